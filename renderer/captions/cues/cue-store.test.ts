import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeCues } from '#core/captions/cues'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import { presetFor } from '#core/captions/presets/netflix'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { createCueStore, problemsOf } from './cue-store.ts'
import { cueAt } from './cue-at.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the captions of an open transcript', () => {
  it('are core’s, with what is wrong with them', () => {
    const store = createCueStore(fakeSession(conversation), 60_000)
    expect(store.state.making).toBe(true)
    const end = store.subscribe(() => undefined)
    vi.runAllTimers()
    const expected = makeCues(conversation, presetFor('en'), { durationMs: 60_000, language: 'en' })
    expect(store.state.cues).toEqual(expected)
    expect(store.state.making).toBe(false)
    const fast = [...store.state.problems.values()].flat().filter(({ kind }) => kind === 'too-fast')
    expect(fast.length).toBeGreaterThan(0)
    end()
  })

  it('follow a correction once typing pauses, and only while somebody watches', () => {
    const session = fakeSession(conversation)
    const store = createCueStore(session, 60_000)
    const end = store.subscribe(() => undefined)
    vi.runAllTimers()
    const before = store.state.cues
    session.apply([{ kind: 'replace-text', id: 'x', paragraphId: 'p3', text: 'It was mine.' }])
    expect(store.state.cues).toBe(before)
    vi.advanceTimersByTime(1_000)
    expect(store.state.cues.flatMap(({ lines }) => lines).map(({ text }) => text)).toContain('It was mine.')
    end()
    const last = store.state.cues
    session.apply([{ kind: 'replace-text', id: 'y', paragraphId: 'p3', text: 'Gone.' }])
    vi.runAllTimers()
    expect(store.state.cues).toBe(last)
    const again = store.subscribe(() => undefined)
    vi.runAllTimers()
    expect(store.state.cues.flatMap(({ lines }) => lines).map(({ text }) => text)).toContain('Gone.')
    again()
  })
})

it('after each correction, the problems are those of all captions', () => {
  const session = fakeSession(conversation)
  const store = createCueStore(session, 60_000)
  const texts = [
    'It was mine.',
    `It was ${'very '.repeat(60)}long.`,
    'Mine.',
    'It was mine, and nobody else had it.',
  ]
  for (const [index, text] of ['', ...texts].entries()) {
    const edit = { kind: 'replace-text', id: `x${index}`, paragraphId: 'p3', text } as const
    if (text !== '') session.apply([edit])
    const { cues, rules } = store.makeNow()
    const expected = cues.flatMap((cue, place) => {
      const problems = problemsOf(cue, cues[place + 1], rules)
      return problems.length === 0 ? [] : [[place, problems] as const]
    })
    expect([...store.state.problems]).toEqual(expected)
  }
})

describe('captions that nobody looks at yet', () => {
  const waiting: IdleRequestCallback[] = []
  const idleFor = (steps: number): void => {
    let left = steps
    waiting.shift()?.({ didTimeout: false, timeRemaining: () => left-- })
  }
  beforeEach(() => {
    waiting.length = 0
    vi.stubGlobal('requestIdleCallback', (run: IdleRequestCallback) => waiting.push(run))
    vi.stubGlobal('cancelIdleCallback', () => waiting.splice(0))
  })
  afterEach(() => vi.unstubAllGlobals())

  it('are made while the page is idle, and are there at once when they are looked at', () => {
    const store = createCueStore(fakeSession(conversation), 60_000)
    const stop = store.prepare()
    expect(store.state.making).toBe(true)
    idleFor(1)
    expect(waiting).toHaveLength(1)
    while (waiting.length > 0) idleFor(2)
    const { cues, making } = store.state
    expect(making).toBe(false)
    expect(cues).toEqual(makeCues(conversation, presetFor('en'), { durationMs: 60_000, language: 'en' }))
    stop()
    const end = store.subscribe(() => undefined)
    expect(store.state.cues).toBe(cues)
    end()
    store.prepare()
    expect(waiting).toEqual([])
  })

  it('are not made further once nobody wants them, or somebody looks', () => {
    const session = fakeSession(conversation)
    const store = createCueStore(session, 60_000)
    store.prepare()()
    expect(waiting).toEqual([])
    store.prepare()
    idleFor(1)
    const end = store.subscribe(() => undefined)
    expect(waiting).toEqual([])
    vi.runAllTimers()
    expect(store.state.making).toBe(false)
    end()
  })
})

describe('the caption rules of a transcript', () => {
  const rules = { preset: 'bbc', changes: { maxLines: 1, maxCharactersPerLine: 20 } }

  it('make the captions anew when they change, and only then', () => {
    const session = fakeSession(conversation)
    const store = createCueStore(session, 60_000)
    const end = store.subscribe(() => undefined)
    vi.runAllTimers()
    session.apply([{ kind: 'set-caption-rules', id: 'e1', rules }])
    vi.runAllTimers()
    const { transcript } = session.state
    const options = { durationMs: 60_000, language: 'en' }
    expect(store.state.rules).toBe(rulesOf(transcript))
    expect(store.state.cues).toEqual(makeCues(transcript, rulesOf(transcript), options))
    const [first] = store.state.cues
    session.apply([{ kind: 'replace-text', id: 'e2', paragraphId: 'p3', text: 'It was mine.' }])
    vi.runAllTimers()
    expect(store.state.cues.flatMap(({ lines }) => lines).map(({ text }) => text)).toContain('It was mine.')
    expect(store.state.cues[0]).toBe(first)
    session.apply([{ kind: 'set-caption-rules', id: 'e3', rules: null }])
    vi.runAllTimers()
    expect(store.state.rules).toBe(presetFor('en'))
    end()
  })
})

describe('the caption at a time', () => {
  const cues = makeCues(conversation, presetFor('en'), { durationMs: 60_000, language: 'en' })

  it('is the one on the screen, else the last before', () => {
    expect(cueAt(cues, 0)).toBe(-1)
    for (const cue of cues) {
      expect(cueAt(cues, cue.startMs)).toBe(cue.index)
      expect(cueAt(cues, cue.endMs - 1)).toBe(cue.index)
    }
    expect(cueAt(cues, 59_999)).toBe(cues.length - 1)
  })
})
