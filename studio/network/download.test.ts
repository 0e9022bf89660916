import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import { download, type DownloadOptions } from './download.ts'
import { type Answer, fileServer, redirect, refuse, serve, serveUntil } from './testing/file-server.ts'
import { keptConnections } from './testing/kept-connections.ts'

const bytes = randomBytes(300_000)
let folder: string
let target: string
beforeEach(async () => {
  folder = await temporaryFolder()
  target = path.join(folder, 'model.tar.bz2')
})

const fetchTo = (url: string, options: Partial<DownloadOptions> = {}) =>
  download(url, target, {
    signal: new AbortController().signal,
    ledger: keptConnections().ledger,
    retryMs: [0, 0],
    stallMs: 5_000,
    findProxy: () => Promise.resolve(null),
    ...options,
  })

/** Writes what an earlier run left. */
async function leavePart(url: string, length: number, version: string | null = '"one"'): Promise<void> {
  await writeFile(`${target}.part`, bytes.subarray(0, length))
  await writeFile(`${target}.part.json`, JSON.stringify({ url, version, bytes: bytes.length }))
}

const expectWhole = async () => {
  expect((await readFile(target)).equals(bytes)).toBe(true)
  expect(await readdir(folder)).toEqual([path.basename(target)])
}

describe('a download', () => {
  it('is written whole, with its progress', async () => {
    const server = await fileServer(serve(bytes))
    const progress: [number, number | null][] = []
    await fetchTo(`${server.url}/file`, { onProgress: (...at) => progress.push(at) })
    await expectWhole()
    expect(progress[0]).toEqual([0, bytes.length])
    expect(progress.at(-1)).toEqual([bytes.length, bytes.length])
  })

  it('follows redirects, asking for the range wherever it is sent', async () => {
    const store = await fileServer(serve(bytes))
    const front = await fileServer(redirect('/second', 301), redirect(`${store.url}/signed?key=1`))
    const url = `${front.url}/release`
    await leavePart(url, 1_000)
    await fetchTo(url)
    await expectWhole()
    expect(front.asked.map((request) => request.path)).toEqual(['/release', '/second'])
    expect(store.asked).toEqual([{ path: '/signed?key=1', range: 'bytes=1000-', ifRange: '"one"' }])
  })

  it('asks the first address again after a cut: where it is sent expires', async () => {
    const store = await fileServer(serveUntil(bytes, 100_000, 'cut'), serve(bytes))
    const front = await fileServer(redirect(`${store.url}/a`), redirect(`${store.url}/b`))
    // A cut may lose what has just been received, but not what was written before.
    await leavePart(`${front.url}/release`, 1_000)
    await fetchTo(`${front.url}/release`)
    await expectWhole()
    expect(store.asked.map((request) => request.path)).toEqual(['/a', '/b'])
    expect(Number(store.asked[1]?.range?.replace(/\D/gu, ''))).toBeGreaterThanOrEqual(1_000)
  })

  it('gives up a loop of redirects', async () => {
    const server = await fileServer(redirect('/again'))
    await expect(fetchTo(`${server.url}/again`)).rejects.toMatchObject({ code: 'network.refused' })
    expect(server.asked).toHaveLength(9)
  })

  it('goes on where it was cut off, again and again, as long as something comes', async () => {
    const server = await fileServer(serveUntil(bytes, 60_000, 'cut'))
    // Cut off four times; on a busy machine one attempt or two may lose all that was received.
    await fetchTo(`${server.url}/file`, { retryMs: [0, 0, 0] })
    await expectWhole()
    expect(server.asked.length).toBeGreaterThan(4)
  })

  it('goes on after a server that sends nothing more', async () => {
    const server = await fileServer(serveUntil(bytes, 90_000, 'stall'), serve(bytes))
    await fetchTo(`${server.url}/file`, { stallMs: 100 })
    await expectWhole()
    expect(server.asked[1]?.range).toBe('bytes=90000-')
  })

  it('says so where a server never answers', async () => {
    const server = await fileServer(() => undefined)
    const asked = fetchTo(`${server.url}/file`, { stallMs: 30, retryMs: [0] })
    await expect(asked).rejects.toMatchObject({ code: 'network.stalled' })
    expect(server.asked).toHaveLength(2)
  })

  it('says so where nobody answers', async () => {
    const asked = fetchTo('http://127.0.0.1:9/file', { retryMs: [] })
    await expect(asked).rejects.toMatchObject({
      code: 'network.unreachable',
      values: { host: '127.0.0.1:9' },
    })
  })

  it('tries a busy server again, one that refuses not', async () => {
    const busy = await fileServer(refuse(503), refuse(429), serve(bytes))
    await fetchTo(`${busy.url}/file`)
    await expectWhole()
    const gone = await fileServer(refuse(404))
    const asked = download(`${gone.url}/x`, path.join(folder, 'x'), {
      signal: new AbortController().signal,
      ledger: keptConnections().ledger,
      retryMs: [0],
    })
    await expect(asked).rejects.toMatchObject({ code: 'network.refused', values: { status: 404 } })
    expect(gone.asked).toHaveLength(1)
  })

  it('keeps what is there when it is stopped, for the next run', async () => {
    const server = await fileServer(serveUntil(bytes, 90_000, 'stall'), serve(bytes))
    const url = `${server.url}/file`
    const stop = new AbortController()
    const stopped = fetchTo(url, {
      signal: stop.signal,
      onProgress: (there) => {
        if (there >= 90_000) stop.abort()
      },
    })
    await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' })
    await fetchTo(url)
    await expectWhole()
    expect(server.asked[1]?.range).toBe('bytes=90000-')
  })
})

describe('a download that cannot go on where it was', () => {
  const begins: [string, Answer][] = [
    ['a server without ranges', (_request, response) => void response.writeHead(200).end(bytes)],
    ['a file that has changed, as If-Range tells', serve(bytes, '"two"')],
  ]
  it.each(begins)('starts anew: %s', async (_name, answer) => {
    const server = await fileServer(answer)
    const url = `${server.url}/file`
    await writeFile(`${target}.part`, 'x'.repeat(1_000))
    await writeFile(`${target}.part.json`, JSON.stringify({ url, version: '"one"', bytes: null }))
    await fetchTo(url)
    await expectWhole()
    expect(server.asked).toHaveLength(1)
  })

  const part = (range: string, headers = {}): Answer => {
    return (_request, response) =>
      void response.writeHead(206, { etag: '"one"', 'content-range': range, ...headers }).end(bytes)
  }
  const whole = bytes.length
  const lies: [string, Answer][] = [
    ['a part that begins elsewhere', part(`bytes 0-${whole - 1}/${whole}`)],
    [
      'a part that does not say where it begins',
      (_request, response) => void response.writeHead(206).end(bytes),
    ],
    ['a part of a file of another size', part(`bytes 1000-${whole}/${whole + 1}`)],
    ['a part of another file', part(`bytes 1000-${whole - 1}/${whole}`, { etag: '"two"' })],
    ['an encoded answer', part(`bytes 1000-${whole - 1}/${whole}`, { 'content-encoding': 'gzip' })],
    ['416 for a part that is not whole', refuse(416)],
  ]
  it.each(lies)('starts anew after %s', async (_name, lie) => {
    const server = await fileServer(lie, serve(bytes))
    const url = `${server.url}/file`
    await leavePart(url, 1_000)
    await fetchTo(url)
    await expectWhole()
    expect(server.asked.map(({ range }) => range)).toEqual(['bytes=1000-', null])
  })

  it('ends where the server goes on so, and keeps nothing', async () => {
    const server = await fileServer(refuse(416))
    const url = `${server.url}/file`
    await leavePart(url, 1_000)
    await expect(fetchTo(url)).rejects.toMatchObject({ code: 'network.changed' })
    expect(await readdir(folder)).toEqual([])
  })

  it('starts anew for another address', async () => {
    const server = await fileServer(serve(bytes))
    await leavePart(`${server.url}/other`, 1_000)
    await fetchTo(`${server.url}/file`)
    await expectWhole()
    expect(server.asked[0]?.range).toBe(null)
  })
})

describe('the size of a download', () => {
  it('is whole at 416 if nothing is missing', async () => {
    const server = await fileServer(serve(bytes))
    const url = `${server.url}/file`
    await leavePart(url, bytes.length)
    await fetchTo(url)
    await expectWhole()
    expect(server.asked).toHaveLength(1)
  })

  it('needs no request if it is known and all is there', async () => {
    const server = await fileServer(refuse(500))
    const url = `${server.url}/file`
    await leavePart(url, bytes.length)
    await fetchTo(url, { expectedBytes: bytes.length })
    await expectWhole()
    expect(server.asked).toHaveLength(0)
  })

  it.each([-1, 1])('that differs by %s from the known one ends it at once', async (by) => {
    const server = await fileServer(serve(bytes))
    const asked = fetchTo(`${server.url}/file`, { expectedBytes: bytes.length + by })
    await expect(asked).rejects.toMatchObject({ code: 'network.changed' })
    expect(server.asked).toHaveLength(1)
    expect(await readdir(folder)).toEqual([])
  })

  it('may not grow past what is known', async () => {
    const server = await fileServer((_request, response) => {
      response.writeHead(200)
      response.end(Buffer.concat([bytes, bytes]))
    })
    const asked = fetchTo(`${server.url}/file`, { expectedBytes: bytes.length })
    await expect(asked).rejects.toMatchObject({ code: 'network.changed' })
    expect(await readdir(folder)).toEqual([])
  })

  it('has to fit on the disk before anything is written', async () => {
    const server = await fileServer((_request, response) => {
      response.writeHead(200, { 'content-length': 1e15 }).write('x')
    })
    await expect(fetchTo(`${server.url}/file`)).rejects.toMatchObject({ code: 'disk.full' })
    expect(await readdir(folder)).toEqual([])
  })
})
