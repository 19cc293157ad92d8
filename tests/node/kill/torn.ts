// Kills a process in the middle of writing records so long that some are torn, and reads the log: all that was acknowledged is there.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../../../bench/random.js'
import { files } from '../../../src/node/files.js'
import { WriteAheadLog } from '../../../src/node/write-ahead-log.js'
import { newFolder } from '../folders.js'

/** @throws Error where a record is lost; gives after how many kills a part of a record was left */
export async function tear(script: string, kills: number, seed: number): Promise<number> {
  const random = seeded(seed)
  const path = join(newFolder(), 'wirecopy-1.log')
  const options = { settings: '{}', isSynced: false }
  let torn = 0
  for (let round = 0; round < kills; round++) {
    WriteAheadLog.create(files, path, options).close()
    const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    const milliseconds = random() * 60
    let told = ''
    const acknowledged = await new Promise<number>((resolve) => {
      child.stdout.on('data', (chunk) => {
        if (told === '') setTimeout(() => child.kill('SIGKILL'), milliseconds)
        told += chunk
      })
      child.on('close', () => resolve(told.split('\n').length - 1))
    })
    let found = 0
    const log = WriteAheadLog.open(files, path, options, () => found++)
    if (log.tornBytes > 0) torn++
    log.close()
    if (found !== acknowledged && found !== acknowledged + 1)
      throw new Error(`kill ${round + 1} of seed ${seed}: of ${acknowledged} records ${found} are there`)
    rmSync(path)
  }
  return torn
}
