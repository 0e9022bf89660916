import { expect, it } from 'vitest'
import { newRecording, openedCalls } from '../../testing/fixtures.ts'
import type { NewConnection } from './connections.ts'

const begun = (change: Partial<NewConnection> = {}): NewConnection => ({
  startedAtMs: 1_000,
  host: 'example.org',
  proxy: null,
  url: 'https://example.org/model.tar.bz2',
  purpose: 'model',
  title: 'A model',
  askedBy: 'command',
  subject: 'model:m1',
  holder: { id: 'a-process', pid: 7 },
  ...change,
})
const end = { endedAtMs: 2_000, status: 200, outcome: 'complete', sentBytes: 10, receivedBytes: 500 } as const

it('connections are listed from the newest on, part by part, and summed up', () => {
  const calls = openedCalls()
  const { sinceMs } = calls.connectionTotals()
  expect(Math.abs(Date.now() - sinceMs)).toBeLessThan(60_000)
  expect(calls.connectionTotals()).toMatchObject({ count: 0, blocked: 0, sentBytes: 0, receivedBytes: 0 })
  const numbers = [1, 2, 3].map((at) =>
    calls.beginConnection(begun({ startedAtMs: sinceMs + at, subject: `model:m${at}` })),
  )
  calls.endConnection(numbers[1] ?? 0, { ...end, endedAtMs: sinceMs + 9 })
  calls.endConnection(numbers[0] ?? 0, { ...end, outcome: 'blocked', sentBytes: 0, receivedBytes: 0 })
  const newest = calls.connections({ limit: 2 })
  expect(newest.map(({ number }) => number)).toEqual([numbers[2], numbers[1]])
  expect(newest[0]).toMatchObject({ outcome: null, holder: { id: 'a-process', pid: 7 }, title: 'A model' })
  expect(newest[1]).toMatchObject({ status: 200, outcome: 'complete', sentBytes: 10, receivedBytes: 500 })
  expect(calls.connections({ limit: 9, before: newest[1]?.number })).toHaveLength(1)
  expect(calls.connections({ limit: 9, subject: 'model:m3' })).toMatchObject([{ number: numbers[2] }])
  expect(calls.connectionTotals()).toEqual({
    sinceMs,
    count: 2,
    blocked: 1,
    sentBytes: 10,
    receivedBytes: 500,
  })
})

it('a list that was restored with older connections began with the first of them', () => {
  const calls = openedCalls()
  calls.beginConnection(begun({ startedAtMs: 1_000 }))
  expect(calls.connectionTotals().sinceMs).toBe(1_000)
})

it('what was for a thing that is deleted keeps host, time, and bytes alone', () => {
  const calls = openedCalls()
  const { id } = calls.addRecording(newRecording('episode'))
  const url = 'https://example.org/private-episode.mp3'
  const episode = calls.beginConnection(begun({ url, title: 'Private episode', subject: 'episode:e1' }))
  calls.endConnection(episode, end)
  const model = calls.beginConnection(begun({ subject: 'address:https://example.org/model.tar.bz2' }))
  calls.endConnection(model, end)
  calls.renameConnectionSubject('episode:e1', `recording:${id}`)
  calls.renameConnectionSubject('address:https://example.org/model.tar.bz2', 'model:m1')
  calls.deleteRecording(id)
  const kept = { host: 'example.org', startedAtMs: 1_000, sentBytes: 10, receivedBytes: 500 }
  expect(calls.connections({ limit: 9 })).toMatchObject([
    { ...kept, number: model, title: 'A model' },
    { ...kept, number: episode, url: null, title: null },
  ])
  calls.removeModel('m1')
  expect(calls.connections({ limit: 9, before: episode + 2 })).toMatchObject([
    { ...kept, number: model, url: null, title: null },
    { ...kept, number: episode },
  ])
  expect(calls.connectionTotals()).toMatchObject({ count: 2, sentBytes: 20, receivedBytes: 1_000 })
})
