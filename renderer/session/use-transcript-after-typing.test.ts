import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Transcript } from '#core/transcript/transcript'
import { conversation } from '../sound/testing/conversation.ts'
import { type FakeSession, fakeSession } from '../sound/testing/fake-session.ts'
import { transcriptAfterTyping } from './use-transcript-after-typing.ts'

let session: FakeSession
let settled: Transcript[]
let end: () => void

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
  session = fakeSession(conversation)
  settled = []
  end = transcriptAfterTyping(session, (transcript) => settled.push(transcript))
})
afterEach(() => {
  end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const type = (text: string): void =>
  session.apply([{ kind: 'replace-text', id: session.newId(), paragraphId: 'p3', text }])

describe('a settled transcript', () => {
  it('is there at once', () => {
    expect(settled).toEqual([conversation])
  })

  it('waits until typing pauses', () => {
    type('It wa')
    vi.advanceTimersByTime(200)
    type('It was mine')
    vi.advanceTimersByTime(200)
    expect(settled).toHaveLength(1)
    vi.advanceTimersByTime(100)
    expect(settled.slice(1)).toEqual([session.state.transcript])
  })

  it('waits no longer than the first key after a second and a half for who types without a pause', () => {
    for (let key = 0; key < 20; key++) {
      type(`It was ${key}`)
      vi.advanceTimersByTime(100)
    }
    expect(settled.length).toBeGreaterThan(1)
  })

  it('does not wait where somebody else is found to speak', () => {
    session.apply([{ kind: 'rename-speaker', id: 'x', speakerId: 'third', name: 'Ann' }])
    expect(settled.at(-1)).toBe(session.state.transcript)
  })

  it('does not wait where a word is timed anew, unless somebody types', () => {
    const [word] = conversation.paragraphs[0]?.words ?? []
    if (word === undefined) throw new Error('no word')
    const retime = (endMs: number): void =>
      session.apply([
        { kind: 'retime-word', id: session.newId(), wordId: word.id, startMs: word.startMs, endMs },
      ])
    retime(word.endMs - 20)
    expect(settled.at(-1)).toBe(session.state.transcript)
    type('It wa')
    retime(word.endMs - 30)
    expect(settled.at(-1)).not.toBe(session.state.transcript)
  })

  it('is the same for all who look, also for who comes later', () => {
    const other: Transcript[] = []
    type('It wa')
    const endOther = transcriptAfterTyping(session, (transcript) => other.push(transcript))
    expect(other).toEqual([conversation])
    expect(settled).toEqual([conversation])
    vi.advanceTimersByTime(300)
    expect(other.at(-1)).toBe(session.state.transcript)
    expect(settled.at(-1)).toBe(session.state.transcript)
    end()
    type('It was')
    vi.advanceTimersByTime(300)
    expect(other.at(-1)).toBe(session.state.transcript)
    expect(settled.at(-1)).not.toBe(session.state.transcript)
    endOther()
    type('It was mine')
    vi.runAllTimers()
    expect(other.at(-1)).not.toBe(session.state.transcript)
  })

  it('tells nobody after its end', () => {
    type('It')
    end()
    vi.runAllTimers()
    session.apply([{ kind: 'rename-speaker', id: 'x', speakerId: 'third', name: 'Ann' }])
    expect(settled).toHaveLength(1)
  })
})
