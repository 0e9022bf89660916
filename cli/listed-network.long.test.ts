import { expect, it } from 'vitest'
import { madeSound } from '../studio/podcasts/testing/made-sounds.ts'
import { madeFeed, podcastServer, text } from '../studio/podcasts/testing/podcast-server.ts'
import { nemoMembers, tarGzBytes } from '../studio/models/archives/testing/tar-bytes.ts'
import { fileServer, serve } from '../studio/network/testing/file-server.ts'
import { canTraceNetwork, traceNetwork } from './testing/network-trace.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { mustExit } from './testing/run-parolo.ts'
import { hasPulseAudio, startSoundServer } from './testing/sound-server.ts'
import { testHome, type TestHome } from './testing/test-home.ts'

const LONG = 180_000
const hasServer = await hasPulseAudio()
const leftOut = canTraceNetwork ? '' : ' (left out: strace is not there or may not trace)'
const noSound = hasServer ? leftOut : ' (left out: no PulseAudio on this machine)'

/** Addresses of other computers, and of servers on this one, that a program connected to. */
const reached = (calls: readonly string[]): string[] => [
  ...new Set(
    calls
      .filter((call) => /^(?:connect|bind|send\w*)\(/u.test(call))
      .flatMap((call) => /sin6?_port=htons\((\d+)\)/u.exec(call)?.[1] ?? []),
  ),
]

async function listed(place: TestHome) {
  const { stdout } = await runInProcess(['network', '--json'], place)
  return JSON.parse(stdout) as { readonly count: number; readonly connections: readonly { url: string }[] }
}

it.runIf(canTraceNetwork && hasServer)(
  `a recording reaches nobody${noSound}`,
  async () => {
    const place = await testHome()
    const server = await startSoundServer()
    try {
      const { environment } = server
      const words = ['record', '--seconds', '1', '--progress', 'json']
      const { result, calls } = await traceNetwork(words, place, { environment })
      mustExit(result, 0)
      expect(calls.some((call) => call.includes('AF_UNIX'))).toBe(true)
      expect(reached(calls)).toEqual([])
    } finally {
      await server.end()
    }
    expect(await listed(place)).toMatchObject({ count: 0, connections: [] })
  },
  LONG,
)

it.runIf(canTraceNetwork)(
  `a model’s download reaches its server alone, and is listed${leftOut}`,
  async () => {
    const place = await testHome()
    const server = await fileServer(serve(tarGzBytes(nemoMembers('some-nemo'))))
    const url = `${server.url}/some-nemo.tar.gz`
    const { result, calls } = await traceNetwork(['models', 'add', url], place)
    mustExit(result, 0)
    expect(reached(calls)).toEqual([new URL(url).port])
    expect(await listed(place)).toMatchObject({ count: 1, connections: [{ url, state: 'complete' }] })
  },
  LONG,
)

it.runIf(canTraceNetwork)(
  `a podcast and its episode reach their server alone, and are listed${leftOut}`,
  async () => {
    const place = await testHome()
    const server = await podcastServer()
    server.answers['/feed.xml'] = text(madeFeed([{ number: 1 }]))
    server.answers['/1.mp3'] = serve(await madeSound('mp3'))
    const added = await traceNetwork(['podcast', 'add', `${server.url}/feed.xml`], place)
    mustExit(added.result, 0)
    const { stdout } = await runInProcess(['podcast', 'list', 'Mending things'], place)
    const got = await traceNetwork(['podcast', 'get', stdout.split('\t')[0] ?? ''], place)
    mustExit(got.result, 0)
    expect(reached([...added.calls, ...got.calls])).toEqual([new URL(server.url).port])
    const { connections } = await listed(place)
    const urls = connections.map(({ url }) => url)
    expect(urls).toEqual(expect.arrayContaining([`${server.url}/feed.xml`, `${server.url}/1.mp3`]))
    expect(urls.every((url) => url.startsWith(server.url))).toBe(true)
  },
  LONG,
)
