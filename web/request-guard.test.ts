import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type OpenedHost, openedHost } from './testing/opened-host.ts'
import { rawRequest } from './testing/raw-request.ts'
import { SocketPage } from './testing/socket-page.ts'
import { isSameToken, newToken } from './token.ts'

const socketLines = [
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
]

const statusOf = async (host: OpenedHost, target: string, headers: readonly string[], method = 'GET') =>
  (await rawRequest(host.port, [`${method} ${target} HTTP/1.1`, ...headers])).status

/**
 * Status of a WebSocket request; an accepted upgrade keeps its connection open, so it is closed after the
 * first line.
 */
const upgradeStatus = (host: OpenedHost, headers: readonly string[], target = '/rpc') =>
  rawRequest(host.port, [`GET ${target} HTTP/1.1`, ...headers, ...socketLines, 'Connection: Upgrade']).then(
    ({ status }) => status,
  )

const entering = (
  host: OpenedHost,
  body: unknown,
  origin: string | null = `http://127.0.0.1:${host.port}`,
) => {
  const text = JSON.stringify(body)
  return rawRequest(
    host.port,
    [
      'POST /enter HTTP/1.1',
      `Host: 127.0.0.1:${host.port}`,
      ...(origin === null ? [] : [`Origin: ${origin}`]),
      `Content-Length: ${text.length}`,
    ],
    text,
  )
}

describe('the token', () => {
  it('is of 256 bits, another each time, and compared as a whole', () => {
    const token = newToken()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(newToken()).not.toBe(token)
    expect(isSameToken(token, token)).toBe(true)
    for (const other of [undefined, '', token.slice(0, -1), `${token}A`, token.toLowerCase()]) {
      expect(isSameToken(other, token)).toBe(false)
    }
  })

  it('of the printed address is exchanged for a secret of the page, and sets no cookie', async () => {
    const host = await openedHost()
    const name = `Host: 127.0.0.1:${host.port}`
    const first = await rawRequest(host.port, [
      `GET /?token=${host.token} HTTP/1.1`,
      name,
      'Sec-Fetch-Site: none',
    ])
    expect([first.status, first.headers.has('set-cookie')]).toEqual([200, false])
    const answer = await entering(host, { token: host.token })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(answer.headers.has('set-cookie')).toBe(false)
    const { secret } = JSON.parse(answer.body.toString()) as { secret: string }
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(secret).not.toBe(host.secret)
    // A valid path, but of no recording.
    expect(await statusOf(host, '/media/x/sound', [name, `Authorization: Bearer ${secret}`])).toBe(404)
    expect(await statusOf(host, '/media/x/sound', [name, `Authorization: Bearer ${host.token}`])).toBe(403)
  })

  it('lets nobody in without it, or with another', async () => {
    const host = await openedHost()
    const refused = [
      { token: newToken() },
      { token: '' },
      {},
      [],
      { token: host.token, more: 1 },
      'x'.repeat(9_000),
    ]
    for (const body of refused) expect((await entering(host, body)).status).toBe(403)
    expect((await entering(host, { token: host.token }, 'http://evil.example')).status).toBe(403)
    expect((await entering(host, { token: host.token }, null)).status).toBe(403)
    expect((await host.ask('GET', '/enter')).status).toBe(405)
  })
})

describe('without the secret of a page', () => {
  it('nothing of the library is given: only the program’s own page', async () => {
    const host = await openedHost()
    const name = `Host: 127.0.0.1:${host.port}`
    const own = `Origin: http://127.0.0.1:${host.port}`
    expect(await statusOf(host, '/', [name])).toBe(200)
    for (const given of [
      [],
      [`Authorization: Bearer ${newToken()}`],
      [`Cookie: parolo-${host.port}=${host.token}`],
    ]) {
      const headers = [name, ...given]
      for (const target of [
        '/media/x/sound',
        `/media/x/sound?token=${host.token}`,
        '/media/x/sound?ticket=x',
        '/films/x',
      ])
        expect([target, await statusOf(host, target, headers)]).toEqual([target, 403])
      const put = [...headers, own, 'Content-Length: 0']
      expect(await statusOf(host, '/import/x', put, 'PUT')).toBe(403)
      expect(await statusOf(host, '/ticket', put, 'POST')).toBe(403)
    }
    expect(host.troubles).toEqual([])
  })

  it('a WebSocket is closed at its first message, whatever it is', async () => {
    const host = await openedHost()
    const own = { Origin: `http://127.0.0.1:${host.port}` }
    const firsts = [
      JSON.stringify({ kind: 'enter', secret: newToken() }),
      JSON.stringify({ kind: 'enter', secret: host.token }),
      JSON.stringify({ kind: 'call', number: 1, name: 'recordings.list', input: {}, language: 'en' }),
      'no json',
      Buffer.from([1, 2, 3]),
    ]
    for (const [at, first] of firsts.entries()) {
      const target = at % 2 === 0 ? '/rpc' : '/sound'
      const socket = new WebSocket(`ws://127.0.0.1:${host.port}${target}`, { headers: own })
      const reported: unknown[] = []
      socket.on('message', (data) => reported.push(data))
      socket.once('open', () => socket.send(first))
      expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4403)
      expect(reported).toEqual([])
    }
    // Memory is used only for authenticated pages.
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, { headers: own })
    socket.on('error', () => undefined)
    socket.once('open', () => socket.send('x'.repeat(1_000_000)))
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(1006)
    expect(host.troubles).toEqual([])
  })
})

describe('cookies of the programs of 0.1', () => {
  it('open nothing, and are deleted', async () => {
    const host = await openedHost()
    const name = `Host: 127.0.0.1:${host.port}`
    const cookies = `Cookie: parolo-${host.port}=${host.token}; other=1; parolo-27275=x; parolo-y=2`
    expect(await statusOf(host, '/media/x/sound', [name, cookies])).toBe(403)
    const answer = await fetch(`http://127.0.0.1:${host.port}/`, {
      headers: { Cookie: cookies.slice('Cookie: '.length) },
    })
    expect(answer.headers.getSetCookie()).toEqual([
      `parolo-${host.port}=; Max-Age=0; Path=/`,
      'parolo-27275=; Max-Age=0; Path=/',
    ])
  })
})

describe('the Host', () => {
  it('must be this computer by its own name and port: else 421, before anything else is looked at', async () => {
    const host = await openedHost()
    const secret = host.own[1] as string
    for (const name of [
      'evil.example',
      `evil.example:${host.port}`,
      '127.0.0.1',
      'localhost',
      `127.0.0.1:${host.port + 1}`,
      `[::1]:${host.port}`,
      `127.0.0.1.evil.example:${host.port}`,
      '',
    ]) {
      for (const target of ['/', '/nothing', '/media/x/sound']) {
        expect(await statusOf(host, target, [`Host: ${name}`, secret])).toBe(421)
      }
      expect(
        await statusOf(host, '/import/x', [`Host: ${name}`, secret, 'Origin: http://evil.example'], 'PUT'),
      ).toBe(421)
      expect(
        await upgradeStatus(host, [`Host: ${name}`, secret, `Origin: http://127.0.0.1:${host.port}`]),
      ).toBe(421)
    }
    expect(await statusOf(host, '/', [`Host: localhost:${host.port}`, secret])).toBe(200)
  })

  it('is looked at before what a request expects', async () => {
    const host = await openedHost()
    const own = `Origin: http://127.0.0.1:${host.port}`
    const put = (headers: readonly string[]) =>
      statusOf(host, '/import/x', [...headers, 'Content-Length: 0'], 'PUT')
    for (const expectation of ['Expect: 100-continue', 'Expect: anything']) {
      expect(await put(['Host: evil.example', expectation])).toBe(421)
      expect(await put([...host.own, 'Origin: http://evil.example', expectation])).toBe(403)
    }
    expect(await put([...host.own, own, 'Expect: anything'])).toBe(417)
    expect(await put([...host.own, own, 'Expect: 100-continue'])).toBe(100)
  })
})

describe('the Origin', () => {
  it('must be the page’s own on everything but GET and HEAD', async () => {
    const host = await openedHost()
    const own = `http://127.0.0.1:${host.port}`
    for (const method of ['PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS']) {
      for (const origin of [
        [],
        ['Origin: null'],
        ['Origin: http://evil.example'],
        [`Origin: ${own}.evil.example`],
        [`Origin: http://localhost:${host.port}`],
        [`Origin: https://127.0.0.1:${host.port}`],
      ]) {
        expect(await statusOf(host, '/import/x', [...host.own, ...origin, 'Content-Length: 0'], method)).toBe(
          403,
        )
        expect(await statusOf(host, '/nothing', [...host.own, ...origin, 'Content-Length: 0'], method)).toBe(
          403,
        )
      }
      const status = await statusOf(
        host,
        '/nothing',
        [...host.own, `Origin: ${own}`, 'Content-Length: 0'],
        method,
      )
      expect(status).toBe(405)
    }
    expect(await statusOf(host, '/', host.own, 'HEAD')).toBe(200)
    expect(await statusOf(host, '/', [...host.own, 'Origin: http://evil.example'])).toBe(403)
  })

  it('must be the page’s own on the WebSocket', async () => {
    const host = await openedHost()
    for (const origin of [
      [],
      ['Origin: null'],
      ['Origin: http://evil.example'],
      [`Origin: http://localhost:${host.port}`],
    ]) {
      expect(await upgradeStatus(host, [...host.own, ...origin])).toBe(403)
    }
    expect(await upgradeStatus(host, [...host.own, `Origin: http://127.0.0.1:${host.port}`], '/other')).toBe(
      404,
    )
    const page = await SocketPage.open(host.port, host.token)
    expect(await page.call('recordings.list', {})).toEqual([])
  })
})

describe('Sec-Fetch-Site', () => {
  it('lets other sites have nothing, and a typed address the first page alone', async () => {
    const host = await openedHost()
    const status = (target: string, site: string) =>
      statusOf(host, target, [...host.own, `Sec-Fetch-Site: ${site}`])
    for (const site of ['cross-site', 'same-site', 'anything']) {
      expect([await status('/', site), await status('/media/x/sound', site)]).toEqual([403, 403])
    }
    // The file that `serve --open` writes has no origin: it leads to an address with the token or a code.
    expect(await status(`/?token=${host.token}`, 'cross-site')).toBe(200)
    expect(await status(`/?token=${newToken()}`, 'cross-site')).toBe(403)
    expect(await status(`/assets/index-AbCdEf12.js?token=${host.token}`, 'cross-site')).toBe(403)
    expect([await status('/', 'none'), await status('/assets/index-AbCdEf12.js', 'none')]).toEqual([200, 403])
    expect([
      await status('/', 'same-origin'),
      await status('/assets/index-AbCdEf12.js', 'same-origin'),
    ]).toEqual([200, 200])
    expect(await statusOf(host, '/assets/index-AbCdEf12.js', host.own)).toBe(200)
  })
})

describe('what is inside', () => {
  it('is the built page and no other file of this computer', async () => {
    const host = await openedHost()
    const outside = [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/assets/../../package.json',
      '/etc/passwd',
      '//etc/passwd',
      '/media/../library.db/sound',
      '/media/..%2f..%2flibrary.db/original',
      '/media//sound',
      '/index.html/',
      '/%69ndex.html',
      'http://127.0.0.1/x',
      '*',
    ]
    for (const target of outside)
      expect([target, (await host.ask('GET', target)).status]).toEqual([target, 404])
    expect(host.troubles).toEqual([])
  })

  it('comes with everything that keeps a browser from being too kind', async () => {
    const host = await openedHost()
    const replies = [
      await host.ask('GET', '/'),
      await host.ask('GET', '/nothing'),
      await rawRequest(host.port, ['GET / HTTP/1.1', 'Host: evil.example']),
    ]
    for (const { headers } of replies) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toMatch(/script-src 'self'(?:;|$)/u)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.has('access-control-allow-origin')).toBe(false)
      expect(headers.has('x-powered-by')).toBe(false)
    }
  })

  it('is asked for again where it may have changed, and kept where its name says what it is', async () => {
    const host = await openedHost()
    const index = await host.ask('GET', '/')
    expect(index.headers.get('cache-control')).toBe('private, no-cache')
    expect(index.body.toString()).toContain('Parolo')
    const again = await host.ask('GET', '/', [`If-None-Match: ${index.headers.get('etag')}`])
    expect([again.status, again.body.length]).toEqual([304, 0])
    const asset = await host.ask('HEAD', '/assets/index-AbCdEf12.js')
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect([asset.headers.get('content-length'), asset.body.length]).toEqual(['9', 0])
  })

  it('listens on this computer alone', async () => {
    const host = await openedHost()
    expect(new URL(host.address).hostname).toBe('127.0.0.1')
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
    const addresses = others.map(({ address }) => address).filter((address) => address !== '127.0.0.1')
    for (const address of ['127.0.0.2', '::1', ...addresses])
      expect([address, await answers(address, host.port)]).toEqual([address, false])
    expect(await answers('127.0.0.1', host.port)).toBe(true)
  })
})

function answers(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 2_000 })
    const end = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}
