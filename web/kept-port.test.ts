import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { openAtKeptPort, openIfFree } from './kept-port.ts'

interface Opened {
  readonly port: number
  readonly server: Server
}

const open = (port: number): Promise<Opened> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    onTestFinished(() => void server.close())
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () =>
      resolve({ port: (server.address() as AddressInfo).port, server }),
    )
  })
const close = ({ server }: Opened): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

function keptPort(port?: unknown) {
  const kept = { port }
  return {
    kept,
    get: () => Promise.resolve(kept.port),
    set: (next: number) => {
      kept.port = next
      return Promise.resolve()
    },
  }
}

it('takes the same port at each start, uses another one while it is taken, and does not forget it', async () => {
  const usual = await open(0)
  const settings = keptPort()
  const first = await openAtKeptPort(open, settings, usual.port)
  expect(first.port).not.toBe(usual.port)
  expect(settings.kept.port).toBe(first.port)
  await close(first)
  const again = await openAtKeptPort(open, settings, usual.port)
  expect(again.port).toBe(first.port)
  // Another program now has the kept port.
  const other = await openAtKeptPort(open, settings, usual.port)
  expect([first.port, usual.port]).not.toContain(other.port)
  expect(settings.kept.port).toBe(first.port)
  await close(again)
  expect((await openAtKeptPort(open, settings, usual.port)).port).toBe(first.port)
})

it('takes the usual port where it is free and none is kept, and none that is no port', async () => {
  const free = await open(0)
  await close(free)
  const settings = keptPort('no port')
  const host = await openAtKeptPort(open, settings, free.port)
  expect([host.port, settings.kept.port]).toEqual([free.port, free.port])
})

it('tells a port that is taken from what else goes wrong', async () => {
  const taken = await open(0)
  expect(await openIfFree(open, taken.port)).toBeNull()
  await expect(openIfFree(() => Promise.reject(new Error('else')), 1)).rejects.toThrow('else')
})
