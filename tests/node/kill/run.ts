// Kills many processes that change an index, and as many that write long records, and prints what was found; then has as many contests for
// the lock of a folder. Exits with 1 where anything is lost, or not exactly one has the lock. `npm run test:kill -- [kills] [seed]`
import { newFolder, removeFolders } from '../folders.js'
import { contest } from '../lock/contest.js'
import { bundle } from '../script.js'
import { kill, noKills } from './kills.js'
import { tear } from './torn.js'

const [kills = 300, seed = 1] = process.argv.slice(2).map(Number)
const script = await bundle('kill/child.ts')
const writer = await bundle('kill/writer.ts')
const locker = await bundle('lock/child.ts')
const contenders = 4
const perRound = 50
const started = performance.now()
const all = noKills()
try {
  for (let round = 0; all.kills < kills; round++) {
    const logLimit = round % 2 === 0 ? 20_000 : 200_000
    const before = all.kills
    await kill(script.path, Math.min(perRound, kills - all.kills), seed + round, logLimit, all)
    console.log(`seed ${seed + round}, log of up to ${logLimit} bytes: ${all.kills - before} kills, nothing lost`)
  }
  console.log(
    `${all.kills} kills in ${((performance.now() - started) / 1000).toFixed(0)} s, and of ${all.acknowledged} acknowledged changes none lost. ` +
      `Killed while starting ${all.whileStarting}, reading the folder ${all.whileOpening}, writing a snapshot ${all.whileSnapshotting}; ` +
      `a change was there that was not yet acknowledged ${all.ahead} times.`,
  )
  const torn = await tear(writer.path, kills, seed)
  console.log(`${kills} kills while long records were written: ${torn} left a part of one, and none lost any.`)
  const killed = await contest(locker.path, newFolder(), contenders, kills, seed)
  console.log(
    `${kills} contests of ${contenders} processes for a lock, ${killed} of them after its owner was killed: one had it each time.`,
  )
} finally {
  for (const one of [script, writer, locker]) one.remove()
  removeFolders()
}
