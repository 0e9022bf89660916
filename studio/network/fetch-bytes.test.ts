import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { fetchBytes, type FetchOptions } from './fetch-bytes.ts'
import { keptConnections } from './testing/kept-connections.ts'
import { type Answer, fileServer, redirect, refuse, serve, serveUntil } from './testing/file-server.ts'

const text = Buffer.from('<rss/>'.repeat(1_000))

const options = (more: Partial<FetchOptions> = {}): FetchOptions => ({
  signal: new AbortController().signal,
  ledger: keptConnections().ledger,
  mostBytes: 10_000,
  ...more,
})

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof Fault) return error
  throw new Error('no fault', { cause: error })
}

const packed =
  (bytes: Uint8Array, encoding: string): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-encoding': encoding }).end(bytes)

it('fetches the bytes, also over redirects and packed, and sends the headers along', async () => {
  const server = await fileServer(redirect('/moved'), serve(text), packed(gzipSync(text), 'gzip'))
  const fetched = await fetchBytes(`${server.url}/feed`, options())
  expect(fetched.kind === 'bytes' && Buffer.from(fetched.bytes).equals(text)).toBe(true)
  expect(fetched).toMatchObject({ headers: { etag: '"one"' } })
  const gzipped = await fetchBytes(`${server.url}/feed`, options())
  expect(gzipped.kind === 'bytes' && Buffer.from(gzipped.bytes).equals(text)).toBe(true)
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed', '/moved', '/feed'])
})

it('says that nothing has changed', async () => {
  const seen: (string | undefined)[] = []
  const server = await fileServer((request, response) => {
    seen.push(request.headers['if-none-match'])
    response.writeHead(304).end()
  })
  const fetched = await fetchBytes(server.url, options({ headers: { 'if-none-match': '"one"' } }))
  expect([fetched, seen]).toEqual([{ kind: 'unchanged' }, ['"one"']])
})

it('refuses what is too long, also when it is small while packed', async () => {
  const large = new Uint8Array(20_000)
  const server = await fileServer(serve(large), packed(gzipSync(large), 'gzip'))
  for (let count = 0; count < 2; count++) {
    expect((await faultOf(fetchBytes(server.url, options()))).code).toBe('network.too-large')
  }
})

it.each<[string, Answer, Partial<FetchOptions>, string]>([
  ['endless redirects', redirect('/again'), {}, 'network.refused'],
  ['a redirect to a plain address elsewhere', redirect('http://a.example/'), {}, 'network.address'],
  ['a refusal', refuse(404), {}, 'network.refused'],
  ['a connection that breaks', serveUntil(text, 10, 'cut'), {}, 'network.unreachable'],
  ['a server that goes quiet', serveUntil(text, 10, 'stall'), { stallMs: 60 }, 'network.stalled'],
  ['an unknown packing', packed(text, 'zstd-x'), {}, 'network.unreachable'],
  ['a broken packing', packed(text, 'gzip'), {}, 'network.unreachable'],
])('has a fault for %s', async (_name, answer, more, code) => {
  const server = await fileServer(answer)
  expect((await faultOf(fetchBytes(`${server.url}/`, options(more)))).code).toBe(code)
})

it('gives up a server that sends byte by byte', async () => {
  const server = await fileServer((_request, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('x'), 5)
    response.once('close', () => clearInterval(timer))
  })
  const fault = await faultOf(fetchBytes(server.url, options({ stallMs: 1_000, wholeMs: 80 })))
  expect(fault.code).toBe('network.stalled')
})

it('ends when it is canceled', async () => {
  const server = await fileServer(serveUntil(text, 10, 'stall'))
  const stop = new AbortController()
  const fetching = faultOf(fetchBytes(server.url, options({ signal: stop.signal })))
  stop.abort()
  expect((await fetching).code).toBe('job.cancelled')
})
