import { describe, expect, it } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { removeMarkEdit } from '#core/edits/kinds/remove-mark'
import { type Mark, paragraphText, type Word } from '#core/transcript/transcript'
import { createLibraryCalls } from '../../worker/library-calls.ts'
import { openStore } from '../../database/open-store.ts'
import { unpackParagraph, unpackTranscript } from '../../stored-transcript.ts'
import { corrected, rename, replace } from '../../testing/corrected-transcript.ts'
import { paragraph } from '../../testing/fixtures.ts'

describe('applyEdits', () => {
  it('changes the text, the search and the log in one step', () => {
    const { calls, transcriptId, texts, make } = corrected()
    const version = calls.transcriptFacts(transcriptId)?.version ?? 0
    const outcome = make(0, replace('e1', 'p1', 'one too three'), rename('e2', 'Bo'))
    expect(outcome).toEqual({
      version: version + 1,
      editNumber: 2,
      asSent: true,
      paragraphIds: ['p1'],
      removedIds: [],
      refused: [],
      undo: { stepId: 'e2', kind: 'rename-speaker' },
      redo: null,
    })
    expect(texts()).toEqual(['one too three', 'four five six'])
    expect(calls.search('too', 9)).toHaveLength(1)
    expect(calls.search('two', 9)).toHaveLength(0)
    expect(calls.edits(transcriptId)).toMatchObject([
      { number: 1, baseNumber: 0, edit: { id: 'e1' }, inverse: { kind: 'restore' }, stepId: 'e1' },
      { number: 2, edit: { id: 'e2' }, stepId: 'e2' },
    ])
    expect(calls.eventsSince(0).at(-1)).toMatchObject({
      kind: 'edit-applied',
      touched: { transcriptId, number: 2, version: version + 1, paragraphIds: ['p1'] },
    })
  })

  it('writes no row that it does not change', () => {
    const { calls, make, rowNumbers } = corrected()
    const before = rowNumbers()
    calls.store.database.exec(
      "CREATE TRIGGER no_p1 BEFORE UPDATE ON paragraphs WHEN old.id = 'p1' BEGIN SELECT raise(ABORT, 'p1'); END",
    )
    make(0, replace('e1', 'p2', 'four fife six'))
    const split = make(1, { kind: 'split-paragraph', id: 'e2', wordId: 'p2w.2', offset: 0 })
    expect(split).toMatchObject({ paragraphIds: ['p2', 'e2.0'], removedIds: [] })
    const after = rowNumbers()
    expect(after).toHaveLength(3)
    expect(after.slice(0, 2)).toEqual(before)
  })

  it('leaves the voice prints with the speakers that stay', () => {
    const { calls, transcriptId, make } = corrected()
    make(0, rename('e1', 'Bo'))
    expect(calls.voicePrints(transcriptId).map(({ print }) => [...print])).toEqual([[1], [2]])
  })

  it('carries over what was made on an older state, and says so', () => {
    const { calls, transcriptId, texts, make, typed } = corrected()
    const mine = typed('e2', 'p1', 'one two four')
    const { store } = openStore(calls.folder)
    const other = createLibraryCalls(store)
    other.applyEdits(transcriptId, [typed('e1', 'p1', 'one new two three')], { baseNumber: 0 })
    expect(make(0, mine)).toMatchObject({ asSent: false, editNumber: 2, paragraphIds: ['p1'] })
    store.close()
    expect(texts()[0]).toBe('one new two four')
    expect(calls.edits(transcriptId).map((entry) => [entry.number, entry.baseNumber])).toEqual([
      [1, 0],
      [2, 0],
    ])
  })

  it('does not say as sent of a text that the engine came between, and shows its write by the version', () => {
    const { calls, transcriptId, texts, make, typed } = corrected()
    const seen = calls.transcriptFacts(transcriptId)?.version ?? 0
    const first = typed('e1', 'p1', 'one two four')
    const second = typed('e2', 'p2', 'four five seven')
    const heard = paragraph('p1', 'one two three', 0, { speakerId: 's1' })
    const later = { ...paragraph('c9', 'more', 2000).words[0], before: ' ' } as Word
    calls.putParagraphs(transcriptId, [{ ...heard, words: [...heard.words, later] }])
    expect(make(0, first)).toMatchObject({ asSent: false, version: seen + 2 })
    expect(make(1, second)).toMatchObject({ asSent: true, version: seen + 3 })
    expect(texts()).toEqual(['one two four more', 'four five seven'])
  })

  it('leaves out what came already, and names its paragraphs again', () => {
    const { calls, transcriptId, texts, make, typed } = corrected()
    const first = typed('e1', 'p1', 'one two four')
    const second = typed('e2', 'p2', 'five six')
    make(0, first)
    const version = calls.transcriptFacts(transcriptId)?.version
    const again = make(0, first)
    expect(again).toMatchObject({ asSent: false, editNumber: 1, version, paragraphIds: ['p1'], refused: [] })
    expect(make(0, first, second)).toMatchObject({ asSent: false, editNumber: 2 })
    expect(texts()).toEqual(['one two four', 'five six'])
    expect(calls.eventsSince(0).filter((event) => event.kind === 'edit-applied')).toHaveLength(2)
  })

  it('refuses what cannot be meant any more and makes the rest; with nothing made, nothing has changed', () => {
    const { calls, transcriptId, transcript, texts, make } = corrected()
    const before = transcript()
    const version = calls.transcriptFacts(transcriptId)?.version
    const split: Edit = { kind: 'split-paragraph', id: 'e1', wordId: 'gone', offset: 0 }
    expect(make(0, split)).toMatchObject({ refused: ['e1'], asSent: false, editNumber: 0, version })
    expect(transcript()).toEqual(before)
    expect(make(0, split, replace('e2', 'p1', 'x'))).toMatchObject({ refused: ['e1'], editNumber: 1 })
    expect(texts()[0]).toBe('x')
  })

  it('keeps what was typed into a paragraph that is gone', () => {
    const { texts, make, typed } = corrected()
    const mine = typed('e2', 'p2', 'four five six seven')
    make(0, { kind: 'delete-paragraph', id: 'e1', paragraphId: 'p2' })
    expect(make(0, mine)).toMatchObject({ refused: [], asSent: false })
    expect(texts().join(' ')).toContain('seven')
  })

  it('is asked to go no further where somebody was quicker', () => {
    const { calls, transcriptId, texts, make } = corrected()
    make(0, rename('e1', 'Bo'))
    expect(calls.applyIfNewest(transcriptId, [rename('e2', 'Al')], { baseNumber: 0 })).toBeNull()
    expect(calls.edits(transcriptId)).toHaveLength(1)
    const edit = replace('e3', 'p1', 'x')
    expect(calls.applyIfNewest(transcriptId, [edit], { baseNumber: 1 })).toMatchObject({ asSent: true })
    expect(texts()[0]).toBe('x')
  })

  it('knows of no transcript that is not there', () => {
    const { calls } = corrected()
    expect(() => calls.applyEdits('none', [rename('e1', 'x')], { baseNumber: 0 })).toThrow(
      expect.objectContaining({ code: 'recording.no-transcript' }),
    )
    expect(() => calls.transcriptState('none')).toThrow(
      expect.objectContaining({ code: 'recording.no-transcript' }),
    )
  })

  it('remembers nothing of a transaction that failed', () => {
    const { calls, transcriptId, texts, make } = corrected()
    make(0, replace('e1', 'p1', 'one'))
    calls.store.database.exec(
      "CREATE TRIGGER no_log BEFORE INSERT ON edits BEGIN SELECT raise(ABORT, 'full'); END",
    )
    expect(() => make(1, replace('e2', 'p1', 'lost'))).toThrow('full')
    expect(() => calls.undo(transcriptId, 'u1')).toThrow('full')
    calls.store.database.exec('DROP TRIGGER no_log')
    expect(make(1, replace('e3', 'p2', 'kept'))).toMatchObject({ editNumber: 2, asSent: true })
    expect(texts()).toEqual(['one', 'kept'])
    calls.undo(transcriptId, 'u2')
    expect(texts()).toEqual(['one', 'four five six'])
  })
})

describe('transcriptState', () => {
  it('says what is there, and an update the words that were asked for', () => {
    const { calls, transcriptId, make } = corrected()
    make(0, replace('e1', 'p1', 'one'), rename('e2', 'Bo'))
    const state = calls.transcriptState(transcriptId)
    expect(state).toMatchObject({
      id: transcriptId,
      state: 'running',
      editNumber: 2,
      undo: { kind: 'rename-speaker' },
      redo: null,
      speakers: [{ id: 's1' }, { id: 's2', name: 'Bo' }],
      turns: [{ speakerId: 's1' }],
      marks: [],
    })
    expect(unpackTranscript(state).paragraphs.map(paragraphText)).toEqual(['one', 'four five six'])
    const update = calls.transcriptUpdate(transcriptId, ['p2', 'gone'])
    expect(update).toEqual({ ...state, paragraphs: state.paragraphs.slice(1), order: ['p1', 'p2'] })
    expect(calls.transcriptUpdate(transcriptId, [], 1).editIds).toEqual(['e2'])
    expect(calls.transcriptState(transcriptId, 0).editIds).toEqual(['e1', 'e2'])
  })

  it('names a step on a mark by the kind of the mark', () => {
    const { calls, transcriptId, make } = corrected()
    const [wordId = ''] = calls
      .transcriptState(transcriptId)
      .paragraphs.flatMap((stored) => unpackParagraph(stored).words.map(({ id }) => id))
    const mark: Mark = { id: 'm', kind: 'comment', fromWordId: wordId, toWordId: wordId, value: 'why?' }
    expect(make(0, { kind: 'set-mark', id: 'e1', mark }).undo?.kind).toBe('set-mark.comment')
    const removed = make(1, removeMarkEdit({ marks: [mark] }, { id: 'e2', markId: 'm' }))
    expect(removed.undo?.kind).toBe('remove-mark.comment')
    expect(make(2, { kind: 'remove-mark', id: 'e3', markId: 'm' }).refused).toEqual(['e3'])
  })
})
