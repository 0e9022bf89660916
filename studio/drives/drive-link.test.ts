import { beforeEach, expect, it, vi } from 'vitest'
import type { FromDrive, ToDrive } from '#contracts/drive'
import type { ChildListener, StartChild } from '../processes/child-process.ts'
import { DriveLink } from './drive-link.ts'

interface Started {
  readonly listener: ChildListener
  readonly sent: ToDrive[]
  isKilled: boolean
  isHeld: boolean
}

let started: Started[]
const start: StartChild<ToDrive> = (listener) => {
  const one: Started = { listener, sent: [], isKilled: false, isHeld: true }
  started.push(one)
  return {
    pid: 1,
    send: (message) => one.sent.push(message),
    kill: () => (one.isKilled = true),
    hold: (held) => (one.isHeld = held),
  }
}
const limits = { silentMs: 10_000, pauseMs: 5_000, idleMs: 60_000, mostHanging: 2 }
const facts = (path: string) => ({ kind: 'facts', path, followsLinks: true }) as const
const result = { kind: 'file', bytes: 1, mtimeMs: 1, ctimeMs: 1, inode: 1 }
const say = (place: number, message: FromDrive): void => started[place]?.listener.message(message)

beforeEach(() => {
  started = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  return () => vi.useRealTimers()
})

it('gives up on a drive that does not answer, leaves its process behind, and asks a new one later', async () => {
  const link = new DriveLink('/mnt/nas', start, limits)
  const first = link.ask(facts('/mnt/nas/a'), {})
  say(0, { kind: 'ready' })
  vi.advanceTimersByTime(9_999)
  expect(started[0]?.isKilled).toBe(false)
  vi.advanceTimersByTime(1)
  await expect(first).rejects.toMatchObject({ code: 'drive.silent', values: { drive: '/mnt/nas' } })
  expect(started[0]).toMatchObject({ isKilled: true, isHeld: false })
  // Other requests need not wait ten seconds too.
  await expect(link.ask(facts('/mnt/nas/b'), {})).rejects.toMatchObject({ code: 'drive.silent' })
  expect(started).toHaveLength(1)
  vi.advanceTimersByTime(5_000)
  const later = link.ask(facts('/mnt/nas/b'), {})
  say(1, { kind: 'ready' })
  say(1, { kind: 'done', number: 2, result })
  await expect(later).resolves.toEqual(result)
})

it('starts no more processes while several hang that cannot be ended', async () => {
  const link = new DriveLink('/mnt/nas', start, limits)
  for (const place of [0, 1]) {
    const asked = link.ask(facts('/mnt/nas/a'), {})
    say(place, { kind: 'ready' })
    vi.advanceTimersByTime(10_000)
    await expect(asked).rejects.toMatchObject({ code: 'drive.silent' })
    vi.advanceTimersByTime(5_000)
  }
  await expect(link.ask(facts('/mnt/nas/a'), {})).rejects.toMatchObject({ code: 'drive.silent' })
  expect(started).toHaveLength(2)
  started[0]?.listener.ended('signal SIGKILL')
  void link.ask(facts('/mnt/nas/a'), {})
  expect(started).toHaveLength(3)
})

it('asks as much at once as a process can do, so that waiting is not held against the drive', async () => {
  const link = new DriveLink('/mnt/nas', start, limits)
  const asked = Array.from({ length: 64 }, (_, place) => link.ask(facts(`/mnt/nas/${place}`), {}))
  say(0, { kind: 'ready' })
  for (let number = 0; number < 64; number++) {
    expect(started[0]?.sent).toHaveLength(Math.min(64, number + 4))
    vi.advanceTimersByTime(2_000)
    say(0, { kind: 'done', number, result })
  }
  await expect(Promise.all(asked)).resolves.toHaveLength(64)
  expect(started).toHaveLength(1)
})

it('waits for as long as a long work goes on, and for the rest where only one file hangs', async () => {
  const link = new DriveLink('/mnt/nas', start, limits)
  const onBytes = vi.fn()
  const hashed = link.ask({ kind: 'hash', path: '/mnt/nas/a' }, { onBytes })
  const hung = link.ask(facts('/mnt/nas/hung'), {})
  say(0, { kind: 'ready' })
  vi.advanceTimersByTime(8_000)
  say(0, { kind: 'progress', number: 0, bytes: 5 })
  vi.advanceTimersByTime(2_000)
  await expect(hung).rejects.toMatchObject({ code: 'drive.silent' })
  expect(started[0]?.isKilled).toBe(false)
  // The drive responds: new requests continue at once, in a separate process.
  const next = link.ask(facts('/mnt/nas/b'), {})
  say(1, { kind: 'ready' })
  say(1, { kind: 'done', number: 2, result })
  await expect(next).resolves.toEqual(result)
  vi.advanceTimersByTime(5_000)
  say(0, { kind: 'done', number: 0, result: 'hash' })
  await expect(hashed).resolves.toBe('hash')
  expect(onBytes).toHaveBeenCalledWith(5)
  expect(started[0]?.isKilled).toBe(true)
})

it('does long works one after the other, which short ones do not wait for', async () => {
  const link = new DriveLink('/mnt/nas', start, limits)
  const kinds = ['hash', 'hash', 'hash', 'hash'] as const
  const hashed = kinds.map((kind, place) => link.ask({ kind, path: `/mnt/nas/${place}` }, {}))
  const short = link.ask(facts('/mnt/nas/a'), {})
  say(0, { kind: 'ready' })
  say(0, { kind: 'done', number: 4, result })
  await expect(short).resolves.toEqual(result)
  for (const number of [0, 1, 2, 3]) {
    expect(started[0]?.sent.at(-1)).toMatchObject(number === 0 ? { number: 4 } : { number })
    say(0, { kind: 'done', number, result: `hash ${number}` })
  }
  await expect(Promise.all(hashed)).resolves.toEqual(['hash 0', 'hash 1', 'hash 2', 'hash 3'])
})

it('cancels without waiting for the drive', async () => {
  const link = new DriveLink('/mnt/nas', start, limits)
  const controller = new AbortController()
  const asked = link.ask({ kind: 'hash', path: '/mnt/nas/a' }, { signal: controller.signal })
  say(0, { kind: 'ready' })
  controller.abort()
  await expect(asked).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(started[0]?.sent.at(-1)).toEqual({ kind: 'cancel', number: 0 })
  expect(started[0]?.isHeld).toBe(false)
})

it('ends a process that has had nothing to do for a while', async () => {
  const link = new DriveLink('/mnt/nas', start, limits)
  const asked = link.ask(facts('/mnt/nas/a'), {})
  say(0, { kind: 'ready' })
  say(0, { kind: 'done', number: 0, result })
  await asked
  expect(started[0]).toMatchObject({ isKilled: false, isHeld: false })
  vi.advanceTimersByTime(60_000)
  expect(started[0]?.isKilled).toBe(true)
})

it('tells of a process that ended by itself, and starts another', async () => {
  const link = new DriveLink('/mnt/nas', start, limits)
  const asked = link.ask(facts('/mnt/nas/a'), {})
  say(0, { kind: 'ready' })
  started[0]?.listener.ended('signal SIGBUS')
  await expect(asked).rejects.toMatchObject({ code: 'disk.failed', detail: 'signal SIGBUS' })
  void link.ask(facts('/mnt/nas/a'), {})
  expect(started).toHaveLength(2)
})
