import { expect, it } from 'vitest'
import { testHome } from './testing/test-home.ts'
import { canTraceNetwork, traceNetwork } from './testing/network-trace.ts'
import { mustExit } from './testing/run-parolo.ts'
import { twoVoicesEn } from './testing/speech.ts'

const leftOut = canTraceNetwork ? '' : ' (left out: strace is not there or may not trace)'

it.runIf(canTraceNetwork)(
  `the main job tries no network, in no process of it${leftOut}`,
  async () => {
    const { result, traced, calls } = await traceNetwork(['transcribe', twoVoicesEn], await testHome())
    mustExit(result, 0)
    // Threads of the program, of ffmpeg, and of the engine processes.
    expect(traced).toBeGreaterThan(10)
    // Pipes between our own processes are local sockets: without them tracing did not work.
    expect(calls.some((call) => call.includes('AF_UNIX'))).toBe(true)
    const opened = calls.filter((call) => /^(socket|socketpair|connect|bind|sendto|sendmsg)\(/u.test(call))
    const local = /^socketpair\(AF_UNIX|^sendmsg\(\d+, \{msg_name=NULL|^sendto\(\d+, .*, NULL, 0\)/u
    expect(opened.filter((call) => !local.test(call))).toEqual([])
  },
  180_000,
)
