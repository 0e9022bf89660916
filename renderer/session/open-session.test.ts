import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { EditRefused } from '#core/edits/refused'
import type { Word } from '#core/transcript/transcript'
import { conversation } from '#core/edits/testing/samples'
import { fakeStudio } from './testing/fake-studio.ts'
import { openTestSession, quiet, texts, typeText } from './testing/test-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a session', () => {
  it('applies at once and is saved within 300 ms', async () => {
    const studio = fakeStudio(conversation())
    const session = await openTestSession(studio, 'a')
    typeText(session, 'p1', 'Who was here last night?')
    expect(texts(session.state.transcript)[0]).toBe('Who was here last night?')
    expect(session.state.saved).toBe('saving')
    expect(studio.log).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(300)
    expect(session.state.saved).toBe('saved')
    expect(studio.transcript).toEqual(session.state.transcript)
    expect(session.state.editNumber).toBe(1)
  })

  it('makes one step of keys that follow one another, and another after a pause', async () => {
    const studio = fakeStudio(conversation())
    const session = await openTestSession(studio, 'a')
    for (const text of ['Who was there last night?!', 'Who was there last night?!!']) {
      typeText(session, 'p1', text)
      await vi.advanceTimersByTimeAsync(400)
    }
    await vi.advanceTimersByTimeAsync(1_500)
    typeText(session, 'p1', 'Who was there last night?!!!')
    expect(session.state.undo?.kind).toBe('replace-text')
    const undone = session.undo()
    await quiet()
    await undone
    expect(texts(session.state.transcript)[0]).toBe('Who was there last night?!!')
  })

  it('undoes and redoes in the order of what was done, typing between', async () => {
    const studio = fakeStudio(conversation())
    const session = await openTestSession(
      studio,
      'a',
      studio.connect(() => ({ thereMs: 50, backMs: 50, lost: null })),
    )
    typeText(session, 'p1', 'One')
    const undone = session.undo()
    typeText(session, 'p3', 'Three')
    await quiet()
    await undone
    expect(texts(session.state.transcript)).toEqual([
      'Who was there last night?',
      'Nobody. They all went home.',
      'Three',
    ])
    expect(studio.transcript).toEqual(session.state.transcript)
    const again = session.undo()
    await quiet()
    await again
    expect(session.state.redo?.kind).toBe('replace-text')
    const redone = session.redo()
    await quiet()
    await redone
    expect(texts(session.state.transcript)[2]).toBe('Three')
    expect(session.state.redo).toBeNull()
  })

  it('moves captions in both windows, and undoes it in the other one', async () => {
    const studio = fakeStudio(conversation())
    const start = studio.transcript
    const [one, other] = [await openTestSession(studio, 'a'), await openTestSession(studio, 'b')]
    const timing = { offsetMs: 500, ratio: 1 }
    const seen: boolean[] = []
    other.onChange(({ touched }) => seen.push(touched.captionTiming))
    one.apply([{ kind: 'set-caption-timing', id: one.newId(), timing }])
    expect(one.state.transcript.captionTiming).toEqual(timing)
    await quiet()
    expect(other.state.transcript.captionTiming).toEqual(timing)
    expect(seen).toEqual([true])
    const undone = other.undo()
    await quiet()
    await undone
    expect(one.state.transcript).toEqual(start)
    expect(Object.hasOwn(other.state.transcript, 'captionTiming')).toBe(false)
  })

  it('sets caption rules in both windows, and undoes them in the other one', async () => {
    const studio = fakeStudio(conversation())
    const start = studio.transcript
    const [one, other] = [await openTestSession(studio, 'a'), await openTestSession(studio, 'b')]
    const rules = { preset: 'bbc', changes: { maxLines: 1 } }
    const seen: boolean[] = []
    other.onChange(({ touched }) => seen.push(touched.captionRules))
    one.apply([{ kind: 'set-caption-rules', id: one.newId(), rules }])
    expect(one.state.transcript.captionRules).toEqual(rules)
    await quiet()
    expect(other.state.transcript.captionRules).toEqual(rules)
    expect(seen).toEqual([true])
    expect(other.state.undo?.kind).toBe('set-caption-rules')
    const { captionRules } = other.state.transcript
    typeText(one, 'p1', 'Who was here?')
    await quiet()
    expect(other.state.transcript.captionRules).toBe(captionRules)
    for (let step = 0; step < 2; step += 1) {
      const undone = other.undo()
      await quiet()
      await undone
    }
    expect(one.state.transcript).toEqual(start)
    expect(Object.hasOwn(other.state.transcript, 'captionRules')).toBe(false)
  })

  it('is not saved, and flushes nothing, before all that was announced is there', async () => {
    const studio = fakeStudio(conversation())
    const session = await openTestSession(studio, 'a')
    const stop = session.expectMore()
    typeText(session, 'p1', 'Who was here last night?')
    const flushed = vi.fn<() => void>()
    void session.flush().then(flushed)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(studio.log).toHaveLength(1)
    expect(session.state.saved).toBe('saving')
    typeText(session, 'p1', 'Who was here last nights?')
    stop()
    await vi.advanceTimersByTimeAsync(300)
    expect(studio.log).toHaveLength(2)
    expect(session.state.saved).toBe('saved')
    expect(flushed).toHaveBeenCalledOnce()
  })

  it('applies all edits of a call or none', async () => {
    const studio = fakeStudio(conversation())
    const session = await openTestSession(studio, 'a')
    const before = session.state.transcript
    const good: Edit = { kind: 'delete-paragraph', id: session.newId(), paragraphId: 'p1' }
    const bad: Edit = { kind: 'delete-paragraph', id: session.newId(), paragraphId: 'nowhere' }
    expect(() => session.apply([good, bad])).toThrow(EditRefused)
    expect(session.state.transcript).toBe(before)
  })

  it('shows what another window and the engine write, without losing what is typed here', async () => {
    const studio = fakeStudio(conversation())
    const here = await openTestSession(studio, 'a')
    const there = await openTestSession(studio, 'b')
    typeText(here, 'p2', 'Nobody at all. They all went home.')
    typeText(there, 'p2', 'Nobody. They all went to bed.')
    const words: Word[] = [
      {
        id: 'c9.0',
        before: '',
        text: 'Hm.',
        startMs: 2050,
        endMs: 2090,
        confidence: 1,
        origin: 'recognised',
      },
    ]
    studio.write([{ id: 'p9', speakerId: null, language: 'en', kind: 'speech', words }])
    await quiet()
    const expected = [
      'Who was there last night?',
      'Hm.',
      'Nobody at all. They all went to bed.',
      'That is what I thought.',
    ]
    expect(texts(here.state.transcript)).toEqual(expected)
    expect(here.state.transcript).toEqual(studio.transcript)
    expect(there.state.transcript).toEqual(studio.transcript)
  })

  it('keeps the identity of paragraphs that nobody touched', async () => {
    const studio = fakeStudio(conversation())
    const here = await openTestSession(studio, 'a')
    const there = await openTestSession(studio, 'b')
    const before = here.state.transcript.paragraphs[0]
    const origins: unknown[] = []
    here.onChange((change) => origins.push(change.origin))
    typeText(there, 'p3', 'That is it.')
    await quiet()
    expect(here.state.transcript.paragraphs[0]).toBe(before)
    expect(origins).toEqual(['studio'])
  })
})
