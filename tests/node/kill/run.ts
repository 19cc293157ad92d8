// Kills many processes and prints what was found; then has as many contests for the lock of a folder. Exits with 1 where anything is
// lost, or not exactly one has the lock. `npm run test:kill -- [kills] [seed]`
import { newFolder, removeFolders } from '../folders.js'
import { contest } from '../lock/contest.js'
import { bundle } from '../script.js'
import { kill } from './kills.js'

const [kills = 300, seed = 1] = process.argv.slice(2).map(Number)
const [script, lockScript] = await Promise.all([bundle('kill/child.ts'), bundle('lock/child.ts')])
const contenders = 4
const perRound = 50
const started = performance.now()
const sums = { kills: 0, acknowledged: 0, ahead: 0, whileStarting: 0, whileOpening: 0, whileSnapshotting: 0, torn: 0 }
try {
  for (let round = 0; sums.kills < kills; round++) {
    const logLimit = round % 2 === 0 ? 20_000 : 200_000
    const found = await kill(script.path, Math.min(perRound, kills - sums.kills), seed + round, logLimit)
    sums.kills += found.kills
    sums.acknowledged += found.acknowledged
    sums.ahead += found.ahead
    sums.whileStarting += found.whileStarting
    sums.whileOpening += found.whileOpening
    sums.whileSnapshotting += found.whileSnapshotting
    sums.torn += found.torn
    console.log(`seed ${seed + round}, log of up to ${logLimit} bytes: ${found.kills} kills, nothing lost`)
  }
  console.log(
    `${sums.kills} kills in ${((performance.now() - started) / 1000).toFixed(0)} s, and of ${sums.acknowledged} acknowledged changes none lost. ` +
      `Killed while starting ${sums.whileStarting}, reading the folder ${sums.whileOpening}, writing a snapshot ${sums.whileSnapshotting}; ` +
      `a record was torn ${sums.torn} times, and a change there that was not yet acknowledged ${sums.ahead} times.`,
  )
  const killed = await contest(lockScript.path, newFolder(), contenders, kills, seed)
  console.log(
    `${kills} contests of ${contenders} processes for a lock, ${killed} of them after its owner was killed: one had it each time.`,
  )
} finally {
  script.remove()
  lockScript.remove()
  removeFolders()
}
