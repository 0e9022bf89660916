import { describe, expect, it } from 'vitest'
import { newRecording, openedCalls } from '../testing/fixtures.ts'

describe('events', () => {
  it('tell every change in order', () => {
    const calls = openedCalls()
    expect(calls.lastEventNumber()).toBe(0)
    const { id } = calls.addRecording(newRecording('a'))
    calls.setSetting('x', 1)
    expect(calls.eventsSince(0)).toEqual([
      { seq: 1, kind: 'recording-added', touched: { recordingId: id } },
      { seq: 2, kind: 'setting-changed', touched: { name: 'x' } },
    ])
    expect(calls.eventsSince(1).map((event) => event.seq)).toEqual([2])
    expect(calls.eventsSince(2)).toEqual([])
    expect(calls.lastEventNumber()).toBe(2)
  })

  it('are not told of a change that failed', () => {
    const calls = openedCalls()
    expect(() =>
      calls.store.change((append) => {
        append('setting-changed', { name: 'x' })
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(calls.eventsSince(0)).toEqual([])
  })

  it('say when a reader has missed some that are no longer kept', () => {
    const calls = openedCalls()
    calls.store.change((append) => {
      for (let number = 0; number < 10_005; number += 1) append('setting-changed', { name: 'x' })
    })
    const events = calls.eventsSince(2)
    expect(events[0]).toEqual({ seq: 5, kind: 'events-missed', touched: {} })
    expect(events).toHaveLength(10_001)
    expect(calls.eventsSince(5)[0]).toMatchObject({ seq: 6, kind: 'setting-changed' })
  })
})
