import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PageAccess } from './page-access.ts'
import { fakeStorage } from './testing/fake-storage.ts'
import { createWebSocketClient } from './web-socket-client.ts'

class FakeSocket extends EventTarget {
  readonly sent: string[] = []
  send(text: string): void {
    this.sent.push(text)
  }
  close(code = 1006): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code }))
  }
  open(): void {
    this.dispatchEvent(new Event('open'))
  }
  /** The host admits the page, which has sent its secret. */
  async letIn(): Promise<void> {
    this.open()
    await vi.advanceTimersByTimeAsync(0)
    if (this.sent[0] === JSON.stringify({ kind: 'enter', secret: 'secret' })) this.say({ kind: 'entered' })
  }
  say(message: object): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }))
  }
}

describe('a client over a WebSocket', () => {
  const sockets: FakeSocket[] = []
  let kept = fakeStorage()
  const client = () =>
    createWebSocketClient({
      url: 'ws://127.0.0.1:1/rpc',
      access: new PageAccess({ token: null, tab: kept, allTabs: fakeStorage() }),
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
    kept = fakeStorage({ 'parolo.access': 'secret' })
  })
  afterEach(() => void vi.useRealTimers())

  it('comes back by itself, later each time, and asks for the events since', async () => {
    const studio = client()
    expect(studio.connection).toBe('connecting')
    await sockets[0]?.letIn()
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
    await sockets[2]?.letIn()
    expect(JSON.parse(sockets[2]?.sent[1] ?? '')).toEqual({ kind: 'watch', since: 5 })
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

  it('sends nothing before it is let in, and says that it was refused once no secret is left', async () => {
    const studio = client()
    const answer = studio.call('jobs.list', {})
    answer.catch(() => undefined)
    sockets[0]?.open()
    await vi.advanceTimersByTimeAsync(0)
    expect(sockets[0]?.sent).toHaveLength(1)
    sockets[0]?.close(4403)
    expect(studio.connection).toBe('lost')
    await expect(answer).rejects.toMatchObject({ error: { code: 'connection.lost' } })
    await vi.advanceTimersByTimeAsync(250)
    sockets[1]?.open()
    await vi.advanceTimersByTimeAsync(0)
    expect(sockets[1]?.sent).toEqual([])
    expect(studio.connection).toBe('refused')
    // The right host may be started at this address later.
    await vi.advanceTimersByTimeAsync(500)
    await sockets[2]?.letIn()
    expect(studio.connection).toBe('connected')
  })

  it('stays away once it is closed', async () => {
    const studio = client()
    await sockets[0]?.letIn()
    studio.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sockets).toHaveLength(1)
  })
})
