import { randomBytes } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { connect, type Server, type Socket } from 'node:net'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import { download, type DownloadOptions } from './download.ts'
import { Ledger } from './ledger.ts'
import { fileServer, listen, redirect, refuse, serve, serveUntil } from './testing/file-server.ts'
import { type KeptConnection, keptConnections, reason, self } from './testing/kept-connections.ts'
import { certificate, key } from './testing/localhost-certificate.ts'

const bytes = randomBytes(200_000)

async function fetched(url: string, options: Partial<DownloadOptions> = {}) {
  const { ledger, kept } = keptConnections()
  const error: unknown = await download(url, path.join(await temporaryFolder(), 'file'), {
    signal: new AbortController().signal,
    ledger,
    retryMs: [],
    findProxy: () => Promise.resolve(null),
    ...options,
  }).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return { kept, error }
}

/** Bytes transferred through a server's connections, by its own count. */
function wireOf(server: Server): () => { readonly sentBytes: number; readonly receivedBytes: number } {
  const sockets: Socket[] = []
  server.on('connection', (socket: Socket) => sockets.push(socket))
  const sum = (name: 'bytesRead' | 'bytesWritten') => sockets.reduce((all, socket) => all + socket[name], 0)
  return () => ({ sentBytes: sum('bytesRead'), receivedBytes: sum('bytesWritten') })
}

/** A client's last record, which closes the connection, may arrive after the server has closed. */
const CLOSE_BYTES = 64

function expectSame(kept: KeptConnection | undefined, wire: ReturnType<ReturnType<typeof wireOf>>): void {
  expect(kept?.receivedBytes).toBe(wire.receivedBytes)
  expect(Math.abs((kept?.sentBytes ?? 0) - wire.sentBytes)).toBeLessThan(CLOSE_BYTES)
}

describe('the list of connections', () => {
  it('has each one with its reason, its end, and every byte, at the latest when the download is over', async () => {
    const server = http.createServer((_request, response) => response.end(bytes))
    const wire = wireOf(server)
    const url = `http://127.0.0.1:${await listen(server)}/file?part=1`
    const before = Date.now()
    const { kept } = await fetched(url)
    expect(kept).toMatchObject([
      { ...reason, url, host: new URL(url).host, proxy: null, status: 200, outcome: 'complete' },
    ])
    expect(kept[0]).toMatchObject({ holder: self })
    expect(kept[0]?.startedAtMs).toBeGreaterThanOrEqual(before)
    expect(kept[0]?.endedAtMs).toBeGreaterThanOrEqual(kept[0]?.startedAtMs ?? Infinity)
    await expect.poll(() => wire().receivedBytes).toBeGreaterThan(bytes.length)
    expect(kept[0]).toMatchObject(wire())
  })

  it('counts the encryption, and the tunnel through a proxy', async () => {
    const server = https.createServer({ cert: certificate, key }, (_request, response) => response.end(bytes))
    const wire = wireOf(server)
    const port = await listen(server)
    const url = `https://localhost:${port}/file`
    const plain = await fetched(url, { ca: certificate })
    await expect.poll(() => wire().receivedBytes).toBeGreaterThan(bytes.length)
    expect(plain.kept).toMatchObject([{ host: `localhost:${port}`, outcome: 'complete' }])
    expectSame(plain.kept[0], wire())

    const proxy = http.createServer()
    proxy.on('connect', (request, client, head) => {
      const onward = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        onward.write(head)
        onward.pipe(client).pipe(onward)
      })
      client.on('error', () => onward.destroy())
    })
    const proxyWire = wireOf(proxy)
    const proxyPort = await listen(proxy)
    const findProxy = () => Promise.resolve(new URL(`http://127.0.0.1:${proxyPort}`))
    const through = await fetched(url, { ca: certificate, findProxy })
    await expect.poll(() => proxyWire().receivedBytes).toBeGreaterThan(bytes.length)
    expect(through.kept).toMatchObject([{ proxy: `127.0.0.1:${proxyPort}`, outcome: 'complete' }])
    expectSame(through.kept[0], proxyWire())
  })

  it('has every redirect and every attempt', async () => {
    const store = await fileServer(serveUntil(bytes, 50_000, 'cut'), refuse(503), serve(bytes))
    const front = await fileServer(redirect(`${store.url}/there`))
    const { kept, error } = await fetched(`${front.url}/file`, { retryMs: [0, 0] })
    expect(error).toBe(null)
    expect(kept.map(({ url, status }) => [url, status])).toEqual([
      [`${front.url}/file`, 302],
      [`${store.url}/there`, 200],
      [`${front.url}/file`, 302],
      [`${store.url}/there`, 503],
      [`${front.url}/file`, 302],
      [`${store.url}/there`, 206],
    ])
    expect(kept[1]).toMatchObject({ outcome: 'cut-off' })
    expect(kept[5]).toMatchObject({ outcome: 'complete' })
  })

  it('says which ones were stopped, stalled, of no use, or never answered', async () => {
    const silent = await fileServer(serveUntil(bytes, 50_000, 'stall'))
    const stop = new AbortController()
    const stopped = await fetched(silent.url, {
      signal: stop.signal,
      onProgress: (there) => void (there > 0 && stop.abort()),
    })
    expect(stopped.kept).toMatchObject([{ status: 200, outcome: 'stopped' }])
    const stalled = await fetched(silent.url, { stallMs: 50 })
    expect(stalled.kept).toMatchObject([{ status: 200, outcome: 'cut-off' }])
    const wrong = await fetched((await fileServer(serve(bytes))).url, { expectedBytes: 7 })
    expect(wrong.kept).toMatchObject([{ status: 200, outcome: 'unused' }])
    const nobody = await fetched('http://127.0.0.1:9/file')
    expect(nobody.kept).toMatchObject([{ status: null, outcome: 'failed', sentBytes: 0, receivedBytes: 0 }])
    const refused = await fetched('https://127.0.0.1:9/file')
    expect(refused.kept).toMatchObject([{ status: null, outcome: 'failed' }])
  })

  it('is written first: what cannot be listed is not fetched', async () => {
    const server = await fileServer(serve(bytes))
    const ledger = new Ledger(
      {
        self,
        beginConnection: () => Promise.reject(new Error('the disk is full')),
        endConnection: () => Promise.resolve(),
      },
      reason,
    )
    const { error } = await fetched(server.url, { ledger })
    expect(error).toMatchObject({ detail: 'the disk is full' })
    expect(server.asked).toEqual([])
  })

  it('fails a download whose end cannot be kept', async () => {
    const server = await fileServer(serve(bytes))
    const ledger = new Ledger(
      {
        self,
        beginConnection: () => Promise.resolve(1),
        endConnection: () => Promise.reject(new Error('the disk is full')),
      },
      reason,
    )
    expect((await fetched(server.url, { ledger })).error).toMatchObject({ message: 'the disk is full' })
  })
})
