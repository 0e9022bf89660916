import http from 'node:http'
import https from 'node:https'
import { connect } from 'node:net'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, describe, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import { download } from './download.ts'
import { pacProxy, proxyFor } from './proxy.ts'
import { listen } from './testing/file-server.ts'
import { keptConnections } from './testing/kept-connections.ts'
import { certificate, key } from './testing/localhost-certificate.ts'

describe('the proxy of the environment', () => {
  const proxy = (url: string, environment: Record<string, string>) =>
    proxyFor(new URL(url), environment)?.href ?? null

  it.each([
    [{ HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
    [{ https_proxy: 'proxy:3128' }, 'http://proxy:3128/'],
    [{ ALL_PROXY: 'https://proxy' }, 'https://proxy/'],
    [{ HTTP_PROXY: 'http://proxy:3128' }, null],
    [{ HTTPS_PROXY: '' }, null],
    [{ HTTPS_PROXY: 'http://[bad' }, null],
  ])('%j gives %s for https', (environment, expected) => {
    expect(proxy('https://example.org/a', environment as Record<string, string>)).toBe(expected)
  })

  it.each([
    ['example.org', true],
    ['.example.org', true],
    ['*.example.org', true],
    ['org', true],
    ['*', true],
    ['a.test, EXAMPLE.ORG:443', true],
    ['example.org:8443', false],
    ['ample.org', false],
    ['', false],
  ])('NO_PROXY=%s leaves it out: %s', (list, isLeftOut) => {
    const found = proxy('https://models.example.org/a', { HTTPS_PROXY: 'http://proxy:1', NO_PROXY: list })
    expect(found === null).toBe(isLeftOut)
  })

  it('is never used for this computer', () => {
    expect(proxy('http://127.0.0.1:8000/', { HTTP_PROXY: 'http://proxy:1' })).toBe(null)
  })
})

it.each([
  ['DIRECT', null],
  ['PROXY proxy.example:8080; DIRECT', 'http://proxy.example:8080/'],
  ['SOCKS5 socks:1; HTTPS secure:8443', 'https://secure:8443/'],
  ['', null],
])('what the window says, %s, gives %s', (answer, expected) => {
  expect(pacProxy(answer)?.href ?? null).toBe(expected)
})

describe('a download through a proxy', () => {
  const makeProxy = async () => {
    const asked: (string | undefined)[][] = []
    const proxy = http.createServer()
    proxy.on('connect', (request, client, head) => {
      asked.push([request.url, request.headers['proxy-authorization']])
      const server = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        server.write(head)
        server.pipe(client).pipe(server)
      })
      client.on('error', () => server.destroy())
    })
    return { asked, port: await listen(proxy) }
  }

  it('goes in an encrypted tunnel, with the name and password of the proxy', async () => {
    const server = https.createServer({ cert: certificate, key }, (_request, response) =>
      response.end('weights'),
    )
    const port = await listen(server)
    const proxy = await makeProxy()
    const target = path.join(await temporaryFolder(), 'file')
    await download(`https://localhost:${port}/file`, target, {
      signal: new AbortController().signal,
      ledger: keptConnections().ledger,
      findProxy: () => Promise.resolve(new URL(`http://me:p%40ss@127.0.0.1:${proxy.port}`)),
      ca: certificate,
      retryMs: [],
    })
    expect(await readFile(target, 'utf8')).toBe('weights')
    const words = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    expect(proxy.asked).toEqual([[`localhost:${port}`, words]])
  })

  it('trusts no certificate that the system does not', async () => {
    const server = https.createServer({ cert: certificate, key }, (_request, response) =>
      response.end('weights'),
    )
    const port = await listen(server)
    const target = path.join(await temporaryFolder(), 'file')
    const options = {
      signal: new AbortController().signal,
      ledger: keptConnections().ledger,
      retryMs: [],
      findProxy: () => Promise.resolve(null),
    }
    await expect(download(`https://localhost:${port}/file`, target, options)).rejects.toMatchObject({
      code: 'network.unreachable',
      detail: expect.stringMatching(/certificate/iu) as string,
    })
  })

  it('says so where the proxy refuses', async () => {
    const proxy = http.createServer()
    proxy.on('connect', (_request, client) =>
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
    )
    const port = await listen(proxy)
    const target = path.join(await temporaryFolder(), 'file')
    const asked = download('https://example.org/file', target, {
      signal: new AbortController().signal,
      ledger: keptConnections().ledger,
      findProxy: () => Promise.resolve(new URL(`http://127.0.0.1:${port}`)),
      retryMs: [],
    })
    await expect(asked).rejects.toMatchObject({
      code: 'network.unreachable',
      detail: expect.stringContaining('407') as string,
    })
  })
})
