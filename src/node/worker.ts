// The script of a worker thread: passes what it is told to its duties, and reports back.
import { parentPort } from 'node:worker_threads'
import { Duties } from '../workers/duties.js'
import type { Order } from '../workers/messages.js'

const port = parentPort
if (!port) throw new Error('this script is for worker threads, which clusterArticlesInWorkers starts')
const duties = new Duties((report, memory) => port.postMessage(report, memory))
port.on('message', (order: Order) => duties.take(order))
