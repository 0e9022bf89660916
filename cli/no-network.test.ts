import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { testHome } from './testing/test-home.ts'
import { runParolo, mustExit } from './testing/run-parolo.ts'
import { twoVoicesEn } from './testing/speech.ts'

const straceWorks = await promisify(execFile)('strace', ['-f', '-e', 'trace=network', 'true']).then(
  () => true,
  () => false,
)
const leftOut = straceWorks ? '' : ' (left out: strace is not there or may not trace)'

it.runIf(straceWorks)(
  `the main job tries no network, in no process of it${leftOut}`,
  async () => {
    const place = await testHome()
    const trace = path.join(place.root, 'trace')
    const under = ['strace', '-f', '-ff', '-qq', '-e', 'trace=network', '-e', 'signal=none', '-o', trace]
    const result = await runParolo(['transcribe', twoVoicesEn], { ...place, under })
    mustExit(result, 0)
    const logs = (await readdir(place.root)).filter((name) => name.startsWith('trace.'))
    // Threads of the program, of ffmpeg, and of the engine processes.
    expect(logs.length).toBeGreaterThan(10)
    let calls: string[] = []
    for (const name of logs) {
      calls = calls.concat(
        (await readFile(path.join(place.root, name), 'utf8')).split('\n').filter((line) => line !== ''),
      )
    }
    // The pipes between our own processes are local sockets: without them nothing was traced at all.
    expect(calls.some((call) => call.includes('AF_UNIX'))).toBe(true)
    const opened = calls.filter((call) => /^(socket|socketpair|connect|bind|sendto|sendmsg)\(/u.test(call))
    const local = /^socketpair\(AF_UNIX|^sendmsg\(\d+, \{msg_name=NULL|^sendto\(\d+, .*, NULL, 0\)/u
    expect(opened.filter((call) => !local.test(call))).toEqual([])
  },
  180_000,
)
