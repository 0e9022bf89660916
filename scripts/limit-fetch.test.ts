import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { limitFetch } from './limit-fetch.mjs'

/**
 * A server that never answers `/silent`, refuses `/refused`, and otherwise sends 1,000 bytes in two parts.
 */
async function serve() {
  const server = createServer((request, response) => {
    if (request.url === '/silent') return
    if (request.url === '/refused') {
      response.writeHead(403).end('no')
      return
    }
    response.writeHead(200, { 'content-length': 1_000 })
    response.write('x'.repeat(250))
    setTimeout(() => response.end('y'.repeat(750)), 50)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it('gives up where no answer begins in time, and passes a refusal on', async () => {
  const address = await serve()
  const impatient = limitFetch(fetch, 200, () => undefined)
  await expect(impatient(`${address}/silent`)).rejects.toThrow('no answer in time')
  const patient = limitFetch(fetch, 30_000, () => undefined)
  expect((await patient(`${address}/refused`)).status).toBe(403)
})

it('lets an answer that began take longer, unchanged, and tells each percent once', async () => {
  const address = await serve()
  const percents: number[] = []
  const response = await limitFetch(fetch, 30_000, (percent) => percents.push(percent))(`${address}/file`)
  expect(await response.text()).toBe('x'.repeat(250) + 'y'.repeat(750))
  expect(percents).toEqual([25, 100])
})
