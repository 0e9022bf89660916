import { describe, expect, it } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { paragraphText } from '#core/transcript/transcript'
import { libraryCalls } from './library-calls.ts'
import { openStore } from './open-store.ts'
import { unpackTranscript } from './stored-transcript.ts'
import { begunTranscript, openedCalls, paragraph, speaker } from './testing/fixtures.ts'

function corrected() {
  const calls = openedCalls()
  const { transcriptId } = begunTranscript(calls)
  calls.saveSpeakersAndTurns(
    transcriptId,
    [speaker('s1'), speaker('s2')],
    [{ speakerId: 's1', startMs: 0, endMs: 2000 }],
    [new Float32Array([1]), new Float32Array([2])],
  )
  calls.putParagraphs(transcriptId, [
    paragraph('p1', 'one two three', 0, { speakerId: 's1' }),
    paragraph('p2', 'four five six', 5000, { speakerId: 's2' }),
  ])
  const transcript = () => unpackTranscript(calls.storedTranscript(transcriptId))
  const rowNumbers = () =>
    calls.store.rows<{ id: string; number: number; position: number }>(
      'SELECT id, number, position FROM paragraphs ORDER BY position',
    )
  return { calls, transcriptId, transcript, rowNumbers }
}

const replace = (id: string, paragraphId: string, text: string): Edit => ({
  kind: 'replace-text',
  id,
  paragraphId,
  text,
})

describe('applyEdit', () => {
  it('changes the text, the search and the log in one step', () => {
    const { calls, transcriptId, transcript } = corrected()
    const applied = calls.applyEdit(transcriptId, replace('e1', 'p1', 'one too three'), 0)
    expect(applied).toMatchObject({ number: 1, baseNumber: 0, paragraphIds: ['p1'], removedIds: [] })
    expect(transcript().paragraphs.map(paragraphText)).toEqual(['one too three', 'four five six'])
    expect(calls.search('too', 9)).toHaveLength(1)
    expect(calls.search('two', 9)).toHaveLength(0)
    expect(calls.edits(transcriptId)).toMatchObject([
      { number: 1, edit: { id: 'e1' }, inverse: { kind: 'restore' } },
    ])
    expect(calls.eventsSince(0).at(-1)).toMatchObject({
      kind: 'edit-applied',
      touched: { transcriptId, number: 1, paragraphIds: ['p1'] },
    })
  })

  it('is undone by its inverse, to the same transcript', () => {
    const { calls, transcriptId, transcript } = corrected()
    const before = transcript()
    const edits: Edit[] = [
      replace('e1', 'p1', 'one quite new text'),
      { kind: 'split-paragraph', id: 'e2', wordId: 'p2w.1', offset: 0 },
      { kind: 'merge-speakers', id: 'e3', fromSpeakerId: 's2', intoSpeakerId: 's1' },
      { kind: 'rename-speaker', id: 'e4', speakerId: 's1', name: 'Ada' },
      {
        kind: 'set-mark',
        id: 'e5',
        mark: { id: 'm1', kind: 'bookmark', fromWordId: 'p2w.0', toWordId: 'p2w.0', value: null },
      },
      { kind: 'delete-paragraph', id: 'e6', paragraphId: 'p1' },
    ]
    const states = [before]
    for (const [index, edit] of edits.entries()) {
      expect(calls.applyEdit(transcriptId, edit, index).number).toBe(index + 1)
      expect(transcript()).not.toEqual(states.at(-1))
      states.push(transcript())
    }
    for (const { inverse } of calls.edits(transcriptId).toReversed()) {
      expect(transcript()).toEqual(states.pop())
      calls.applyEdit(transcriptId, inverse, calls.edits(transcriptId).length)
    }
    expect(transcript()).toEqual(before)
  })

  it('writes no row that it does not change', () => {
    const { calls, transcriptId, rowNumbers } = corrected()
    const before = rowNumbers()
    calls.store.database.exec(
      "CREATE TRIGGER no_p1 BEFORE UPDATE ON paragraphs WHEN old.id = 'p1' BEGIN SELECT raise(ABORT, 'p1'); END",
    )
    calls.applyEdit(transcriptId, replace('e1', 'p2', 'four fife six'), 0)
    const { removedIds } = calls.applyEdit(
      transcriptId,
      { kind: 'split-paragraph', id: 'e2', wordId: 'p2w.2', offset: 0 },
      1,
    )
    expect(removedIds).toEqual([])
    const after = rowNumbers()
    expect(after).toHaveLength(3)
    expect(after.slice(0, 2)).toEqual(before)
  })

  it('leaves the voice prints with the speakers that stay', () => {
    const { calls, transcriptId } = corrected()
    calls.applyEdit(transcriptId, { kind: 'rename-speaker', id: 'e1', speakerId: 's2', name: 'Bo' }, 0)
    expect(calls.voicePrints(transcriptId).map(({ print }) => [...print])).toEqual([[1], [2]])
  })

  it('goes by what other programs and the running job wrote meanwhile', () => {
    const { calls, transcriptId, transcript } = corrected()
    const { store } = openStore(calls.folder)
    const other = libraryCalls(store)
    calls.applyEdit(transcriptId, replace('e1', 'p1', 'mine'), 0)
    other.applyEdit(transcriptId, replace('e2', 'p2', 'theirs'), 1)
    other.putParagraphs(transcriptId, [paragraph('p3', 'later', 9000)])
    calls.applyEdit(transcriptId, replace('e3', 'p2', 'theirs and mine'), 1)
    store.close()
    expect(transcript().paragraphs.map(paragraphText)).toEqual(['mine', 'theirs and mine', 'later'])
    expect(calls.edits(transcriptId).map((entry) => [entry.number, entry.baseNumber])).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
    ])
  })

  it('changes nothing where it cannot be made', () => {
    const { calls, transcriptId, transcript } = corrected()
    const before = transcript()
    const version = calls.transcriptFacts(transcriptId)?.version
    expect(() => calls.applyEdit(transcriptId, replace('e1', 'gone', 'x'), 0)).toThrow(
      expect.objectContaining({ values: { reason: 'paragraph-gone', subject: 'gone' } }),
    )
    expect(transcript()).toEqual(before)
    expect(calls.transcriptFacts(transcriptId)?.version).toBe(version)
    expect(calls.applyEdit(transcriptId, replace('e2', 'p1', 'x'), 0).number).toBe(1)
  })
})
