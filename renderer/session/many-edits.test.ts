import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallInput, CallName } from '#contracts/calls/calls'
import type { Edit } from '#core/edits/edit'
import { insertParagraphsEdit } from '#core/edits/kinds/insert-paragraphs'
import { conversation } from '#core/edits/testing/samples'
import { fakeStudio } from './testing/fake-studio.ts'
import { openTestSession, quiet, texts } from './testing/test-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a session', () => {
  it('sends more edits than a call takes in several, as one step', async () => {
    const studio = fakeStudio(conversation())
    const client = studio.connect()
    const sent: CallInput<'transcripts.edit'>[] = []
    // Accepts all edits unchanged, because the fake studio goes through its whole log for each.
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
})
