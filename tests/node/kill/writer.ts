// A process that is killed while it writes: appends long records to a log, one after the other, and says so of each.
import { writeSync } from 'node:fs'
import { files } from '../../../src/node/files.js'
import { WriteAheadLog } from '../../../src/node/write-ahead-log.js'

const [path = ''] = process.argv.slice(2)
const log = WriteAheadLog.open(files, path, { settings: '{}', isSynced: false }, () => {})
const payload = 'x'.repeat(20_000_000)
for (let number = 0; ; number++) {
  log.append({ kind: 1, arrived: number, payload })
  writeSync(1, `${number}\n`)
}
