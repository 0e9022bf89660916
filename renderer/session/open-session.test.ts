import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallInput, CallName } from '#contracts/calls/calls'
import type { ErrorCode } from '#contracts/errors'
import type { Edit } from '#core/edits/edit'
import { insertParagraphsEdit } from '#core/edits/kinds/insert-paragraphs'
import { EditRefused } from '#core/edits/refused'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { conversation } from '#core/edits/testing/samples'
import { CallFailed } from '../rpc/call-failed.ts'
import { textOfEdits } from './refused-edits.ts'
import { unsentEdits } from './unsent-edits.ts'
import { fakeStorage } from './testing/fake-storage.ts'
import { fakeStudio, type FakeStudio } from './testing/fake-studio.ts'
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

  describe('whose edits are refused', () => {
    const refusing = (studio: FakeStudio, code: ErrorCode = 'call.bad-input') => {
      const client = studio.connect()
      const calls: number[] = []
      const call: typeof client.call = (name, input, options) => {
        const isBad = name === 'transcripts.edit' && JSON.stringify(input).includes('BAD')
        if (name === 'transcripts.edit') calls.push((input as { edits: unknown[] }).edits.length)
        return isBad
          ? Promise.reject(new CallFailed({ code, message: 'cannot be' }))
          : client.call(name, input, options)
      }
      return { client: { ...client, call }, calls }
    }

    it('sets that one aside, to be copied, and saves what came before and after', async () => {
      const studio = fakeStudio(conversation())
      const storage = fakeStorage()
      const { client } = refusing(studio)
      const session = await openTestSession(studio, 'a', client, unsentEdits(storage, 't'))
      typeText(session, 'p1', 'Who was here last night?')
      typeText(session, 'p1', 'Who was BAD here last night?')
      typeText(session, 'p3', 'That is what I think.')
      await vi.advanceTimersByTimeAsync(10_000)
      expect(session.state.saved).toBe('saved')
      expect(session.sendError).toBeNull()
      expect(texts(studio.transcript)).toEqual([
        'Who was here last night?',
        'Nobody. They all went home.',
        'That is what I think.',
      ])
      expect(session.state.transcript).toEqual(studio.transcript)
      expect(session.refused.map(({ group, error }) => [textOfEdits(group.edits), error.message])).toEqual([
        ['Who was BAD here last night?', 'cannot be'],
      ])
      // It is there for whoever opens the transcript next, and not sent again.
      session.close()
      const again = await openTestSession(studio, 'b', client, unsentEdits(storage, 't'))
      expect(again.refused).toEqual(session.refused)
      expect(again.state.saved).toBe('saved')
      again.dismissRefused(again.refused)
      expect(again.refused).toEqual([])
      expect(unsentEdits(storage, 't').refused()).toEqual([])
      expect(studio.log).toHaveLength(2)
    })

    it('sets aside what an earlier window left and is refused', async () => {
      const studio = fakeStudio(conversation())
      const storage = fakeStorage()
      const left = unsentEdits(storage, 't')
      const edit = (id: string, text: string): Edit =>
        replaceTextEdit(studio.transcript, { id, paragraphId: 'p1', text })
      left.put({ key: 'x.1', order: 1, edits: [edit('x1', 'BAD')], stepId: 'x1', baseNumber: 0 })
      left.put({ key: 'x.2', order: 2, edits: [edit('x2', 'Good.')], stepId: 'x2', baseNumber: 0 })
      const session = await openTestSession(studio, 'a', refusing(studio).client, unsentEdits(storage, 't'))
      await quiet()
      expect(texts(session.state.transcript)[0]).toBe('Good.')
      expect(session.refused).toHaveLength(1)
      expect(unsentEdits(storage, 't').left()).toEqual([])
    })

    it('tries again what a bug stopped, and sets it aside when it does so each time', async () => {
      const studio = fakeStudio(conversation())
      const { client, calls } = refusing(studio, 'internal')
      const session = await openTestSession(studio, 'a', client)
      typeText(session, 'p1', 'BAD')
      typeText(session, 'p3', 'Good.')
      await vi.advanceTimersByTimeAsync(60_000)
      expect(session.refused).toHaveLength(1)
      expect(calls.length).toBeGreaterThan(3)
      expect(texts(studio.transcript)[2]).toBe('Good.')
      expect(session.state.saved).toBe('saved')
    })

    it('waits for a full disk instead', async () => {
      const studio = fakeStudio(conversation())
      const session = await openTestSession(studio, 'a', refusing(studio, 'disk.full').client)
      typeText(session, 'p1', 'BAD')
      await vi.advanceTimersByTimeAsync(60_000)
      expect(session.refused).toEqual([])
      expect(session.state.saved).toBe('failed')
    })
  })

  it('sets caption rules in both windows, and undoes them in the other one', async () => {
    const studio = fakeStudio(conversation())
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
    expect(one.state.transcript).toEqual(conversation())
    expect(Object.hasOwn(other.state.transcript, 'captionRules')).toBe(false)
  })

  it('sends more edits than a call takes in several, as one step', async () => {
    const studio = fakeStudio(conversation())
    const client = studio.connect()
    const sent: CallInput<'transcripts.edit'>[] = []
    // As a studio that takes them all as they are: the fake one goes through its whole log for each.
    const call = (async (name: CallName, input: unknown) => {
      if (name !== 'transcripts.edit') return client.call(name, input as never)
      const edit = input as CallInput<'transcripts.edit'>
      sent.push(edit)
      const editNumber = edit.baseNumber + edit.edits.length
      const nothing = { paragraphIds: [], removedIds: [], refused: [], undo: null, redo: null }
      return Promise.resolve({ version: editNumber, editNumber, asSent: true, ...nothing })
    }) as unknown as typeof client.call
    const session = await openTestSession(studio, 'a', { ...client, call })
    const edits = Array.from({ length: 11_000 }, (_, index): Edit => ({
      kind: 'rename-speaker',
      id: session.newId(),
      speakerId: 's1',
      name: `Anna ${index}`,
    }))
    session.apply(edits)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent.map((each) => [each.edits.length, each.baseNumber])).toEqual([
      [5_000, 0],
      [5_000, 5_000],
      [1_000, 10_000],
    ])
    expect(new Set(sent.map(({ stepId }) => stepId)).size).toBe(1)
    expect(sent.flatMap((each) => each.edits)).toEqual(edits)
    expect(session.state).toMatchObject({ saved: 'saved', editNumber: 11_000 })
  })

  it('counts an edit of many paragraphs as that many, and sends them in several calls', async () => {
    const studio = fakeStudio(conversation())
    const client = studio.connect()
    const sizes: number[] = []
    const counting: typeof client = {
      ...client,
      call: (name, input, options) => {
        if (name === 'transcripts.edit') {
          const { edits } = input as CallInput<'transcripts.edit'>
          sizes.push(edits.length)
        }
        return client.call(name, input, options)
      },
    }
    const session = await openTestSession(studio, 'a', counting)
    let after = session.state.transcript.paragraphs[0] ?? null
    for (let slice = 0; slice < 4; slice += 1) {
      const lines = Array.from({ length: 2_000 }, (_, line) => `Line ${slice} ${line}`)
      const id = session.newId()
      session.apply([insertParagraphsEdit(id, after, lines)], { stepId: 'paste' })
      after = session.state.transcript.paragraphs.find((each) => each.id === `${id}.1999`) ?? null
    }
    await vi.advanceTimersByTimeAsync(2_000)
    expect(sizes).toEqual([2, 2])
    expect(session.state.saved).toBe('saved')
    expect(studio.transcript.paragraphs).toHaveLength(8_003)
    const undone = session.undo()
    await quiet()
    await undone
    expect(texts(session.state.transcript)).toEqual(texts(conversation()))
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
    studio.write(
      (transcript) => ({
        ...transcript,
        paragraphs: transcript.paragraphs.toSpliced(1, 0, {
          id: 'p9',
          speakerId: null,
          language: 'en',
          kind: 'speech',
          words: [
            {
              id: 'c9.0',
              before: '',
              text: 'Hm.',
              startMs: 2050,
              endMs: 2090,
              confidence: 1,
              origin: 'recognised',
            },
          ],
        }),
      }),
      ['p9'],
    )
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
