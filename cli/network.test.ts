import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nemoMembers, tarGzBytes } from '../studio/models/archives/testing/tar-bytes.ts'
import { fileServer, serve, serveUntil } from '../studio/network/testing/file-server.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { startParolo } from './testing/run-parolo.ts'
import { makeTestHome, type TestHome } from './testing/test-home.ts'

const LONG = 60_000

let place: TestHome
beforeEach(async () => {
  place = await makeTestHome()
})
afterEach(() => place.remove())

const archive = tarGzBytes(nemoMembers('some-nemo'))
const sha256 = createHash('sha256').update(archive).digest('hex')

interface Printed {
  readonly since: string
  readonly count: number
  readonly receivedBytes: number
  readonly connections: readonly Record<string, unknown>[]
}

async function network(): Promise<Printed> {
  const { stdout, exitCode } = await runInProcess(['network', '--json'], place)
  expect(exitCode).toBe(0)
  return JSON.parse(stdout) as Printed
}

it('a program that did nothing of the kind has no connections', { timeout: LONG }, async () => {
  expect(await network()).toMatchObject({ count: 0, receivedBytes: 0, connections: [] })
  const { stdout } = await runInProcess(['network', '--lang', 'fr'], place)
  expect(stdout).toMatch(/^0 connexion depuis le \d+.* 20\d\d\n$/u)
})

it(
  'a download that was killed, its second attempt, and the removal are there',
  { timeout: LONG },
  async () => {
    const server = await fileServer(serveUntil(archive, 100, 'stall'), serve(archive))
    const words = ['models', 'add', `${server.url}/some-nemo.tar.gz`, '--sha256', sha256]
    const first = startParolo([...words, '--progress=json'], place)
    await first.line(({ step }) => step === 'download')
    first.child.kill('SIGKILL')
    await first.result
    expect(await network()).toMatchObject({
      count: 1,
      connections: [{ state: 'interrupted', url: `${server.url}/some-nemo.tar.gz`, askedBy: 'command' }],
    })
    expect((await runInProcess(words, place)).exitCode).toBe(0)
    const both = await network()
    expect(both.connections.map(({ state }) => state)).toEqual(['complete', 'interrupted'])
    expect(both.receivedBytes).toBeGreaterThan(0)
    const { stdout } = await runInProcess(['network'], place)
    expect(stdout.split('\n')).toMatchObject({ length: 5 })
    expect(stdout).toMatch(/\tModel some-nemo\.tar\.gz\tasked for in a terminal\t-\thttp:\/\/127/u)
    await runInProcess(['models', 'remove', 'some-nemo'], place)
    expect((await network()).connections).toMatchObject([
      { url: null, title: null, host: new URL(server.url).host },
      { url: null, title: null },
    ])
  },
)
