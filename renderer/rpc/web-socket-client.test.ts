import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWebSocketClient } from './web-socket-client.ts'

class FakeSocket extends EventTarget {
  readonly sent: string[] = []
  send(text: string): void {
    this.sent.push(text)
  }
  close(): void {
    this.dispatchEvent(new Event('close'))
  }
  open(): void {
    this.dispatchEvent(new Event('open'))
  }
  say(message: object): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }))
  }
}

describe('a client over a WebSocket', () => {
  const sockets: FakeSocket[] = []
  const client = () =>
    createWebSocketClient({
      url: 'ws://127.0.0.1:1/rpc',
      language: () => 'en',
      openSocket: () => {
        const socket = new FakeSocket()
        sockets.push(socket)
        return socket as unknown as WebSocket
      },
    })
  beforeEach(() => {
    vi.useFakeTimers()
    sockets.length = 0
  })
  afterEach(() => void vi.useRealTimers())

  it('comes back by itself, later each time, and asks for the events since', async () => {
    const studio = client()
    expect(studio.connection).toBe('connecting')
    sockets[0]?.open()
    expect(studio.connection).toBe('connected')
    sockets[0]?.say({ kind: 'events', events: [{ seq: 5, kind: 'job-progress', touched: {} }] })
    sockets[0]?.close()
    expect(studio.connection).toBe('lost')
    await vi.advanceTimersByTimeAsync(250)
    expect(sockets).toHaveLength(2)
    sockets[1]?.close()
    await vi.advanceTimersByTimeAsync(499)
    expect(sockets).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    sockets[2]?.open()
    expect(JSON.parse(sockets[2]?.sent[0] ?? '')).toEqual({ kind: 'watch', since: 5 })
    expect(studio.connection).toBe('connected')
  })

  it('tries at once when asked to, and no second time when the wait is over', async () => {
    const studio = client()
    sockets[0]?.close()
    studio.retry()
    expect(sockets).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sockets).toHaveLength(2)
  })

  it('stays away once it is closed', async () => {
    const studio = client()
    sockets[0]?.open()
    studio.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sockets).toHaveLength(1)
  })
})
