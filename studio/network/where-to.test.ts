import type { LookupAddress } from 'node:dns'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { get } from './get.ts'
import type { Ledger } from './ledger.ts'
import { reachOfAddress, reachOfHost } from './reach.ts'
import { destinationOf, namedByFeed } from './where-to.ts'

describe('how near an address is', () => {
  it.each([
    ['127.0.0.1', 'this-computer'],
    ['127.255.0.3', 'this-computer'],
    ['0.0.0.0', 'this-computer'],
    ['::', 'this-computer'],
    ['::1', 'this-computer'],
    ['::ffff:127.0.0.1', 'this-computer'],
    ['::FFFF:7F00:1', 'this-computer'],
    ['0:0:0:0:0:ffff:7f00:0001', 'this-computer'],
    ['64:ff9b::7f00:1', 'this-computer'],
    ['10.1.2.3', 'this-network'],
    ['100.64.0.1', 'this-network'],
    ['169.254.169.254', 'this-network'],
    ['172.31.255.255', 'this-network'],
    ['192.168.0.1', 'this-network'],
    ['::ffff:192.168.0.1', 'this-network'],
    ['fe80::1%eth0', 'this-network'],
    ['fd12::1', 'this-network'],
    ['ff02::1', 'this-network'],
    ['255.255.255.255', 'this-network'],
    ['172.32.0.1', 'elsewhere'],
    ['93.184.216.34', 'elsewhere'],
    ['2606:2800:220:1:248:1893:25c8:1946', 'elsewhere'],
  ])('%s: %s', (address, reach) => {
    expect(reachOfAddress(address)).toBe(reach)
  })

  it('is told by a host where it can be, and otherwise looked up', () => {
    const reach = (address: string) => reachOfHost(new URL(address))
    for (const own of [
      'http://LOCALHOST/',
      'http://localhost./',
      'http://a.localhost/',
      'http://127.1/',
      'http://[::]/',
    ])
      expect([own, reach(own)]).toEqual([own, 'this-computer'])
    expect(reach('http://localhost.example/')).toBeNull()
  })
})

const addresses =
  (...all: string[]) =>
  () =>
    Promise.resolve(all.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })))

describe('an address that a feed names', () => {
  const to = (url: string, feed: string | null, ...all: string[]) =>
    destinationOf(new URL(url), namedByFeed(feed), { resolve: addresses(...all), isResolved: true })
  const refused = expect.objectContaining({ code: 'network.address' })

  it('leads nowhere nearer than its feed, also by a name', async () => {
    const feed = 'https://feeds.example/x'
    for (const near of ['127.0.0.1', '192.168.1.1', '::1', 'fd00::1', '0.0.0.0'])
      for (const all of [[near], ['93.184.216.34', near]])
        await expect(to('https://inside.example/', feed, ...all)).rejects.toEqual(refused)
    await expect(to('https://10.0.0.1/', feed)).rejects.toEqual(refused)
    await expect(to('https://10.0.0.1/', null)).rejects.toEqual(refused)
    await expect(to('https://127.0.0.1/', 'https://10.0.0.2/x')).rejects.toEqual(refused)
    await expect(to('https://cdn.example/', feed, '93.184.216.34')).resolves.toMatchObject({
      reach: 'elsewhere',
    })
    await expect(to('https://10.0.0.1/', 'https://10.0.0.2/x')).resolves.toMatchObject({
      reach: 'this-network',
    })
    await expect(to('https://nas.lan/14.mp3', 'https://nas.lan/feed', '192.168.1.2')).resolves.toMatchObject({
      reach: 'this-network',
    })
  })

  it('is connected to at the addresses that were looked at, whatever the name means later', async () => {
    const { lookup } = await to('https://cdn.example/', null, '93.184.216.34', '2606:2800:220:1::1')
    const found = (options: object) =>
      new Promise((resolve) => lookup?.('cdn.example', options, (_error, address) => resolve(address)))
    expect(await found({})).toBe('93.184.216.34')
    expect(await found({ family: 6 })).toBe('2606:2800:220:1::1')
    expect(await found({ all: true })).toHaveLength(2)
  })
})

it('nothing is sent where a feed, or a redirect, may not lead', async () => {
  let requests = 0
  const server = createServer((request, response) => {
    requests += 1
    if (request.url === '/on') response.writeHead(302, { location: '/there' }).end()
    else response.end('here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const begun: string[] = []
  const connection = { opened: () => undefined, answered: () => undefined, failed: () => undefined }
  const ledger = {
    begin: (url: URL) => {
      begun.push(url.pathname)
      return Promise.resolve(connection)
    },
  } as unknown as Ledger
  const ask = (address: string, options: object) =>
    get(address, {
      signal: new AbortController().signal,
      findProxy: () => Promise.resolve(null),
      ledger,
      ...options,
    })
  const namedBy = namedByFeed('https://feeds.example/x')
  const refused = expect.objectContaining({ code: 'network.address' })
  await expect(ask(`http://127.0.0.1:${port}/`, { namedBy })).rejects.toEqual(refused)
  const resolve = addresses('127.0.0.1')
  await expect(ask(`https://inside.example:${port}/`, { namedBy, resolve })).rejects.toEqual(refused)
  expect([requests, begun]).toEqual([0, []])
  // A person may type it, and it may redirect to itself.
  const answer = await ask(`http://127.0.0.1:${port}/on`, {})
  answer.destroy()
  expect([answer.statusCode, requests, begun]).toEqual([200, 2, ['/on', '/there']])
})
