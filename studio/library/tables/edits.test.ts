import { describe, expect, it } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { removeMarkEdit } from '#core/edits/kinds/remove-mark'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { type Mark, paragraphText, type Word } from '#core/transcript/transcript'
import { createLibraryCalls } from '../worker/library-calls.ts'
import { openStore } from '../database/open-store.ts'
import { unpackParagraph, unpackTranscript } from '../stored-transcript.ts'
import { begunTranscript, openedCalls, paragraph, run, speaker } from '../testing/fixtures.ts'

function corrected() {
  const calls = openedCalls()
  const { transcriptId, job } = begunTranscript(calls)
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
  const texts = () => transcript().paragraphs.map(paragraphText)
  const make = (baseNumber: number, ...edits: Edit[]) => calls.applyEdits(transcriptId, edits, { baseNumber })
  /** A text edit as a page makes it that sees the transcript as it is now. */
  const typed = (id: string, paragraphId: string, text: string) =>
    replaceTextEdit(transcript(), { id, paragraphId, text })
  const rowNumbers = () =>
    calls.store.rows<{ id: string; number: number; position: number }>(
      'SELECT id, number, position FROM paragraphs ORDER BY position',
    )
  return { calls, job, transcriptId, transcript, texts, make, typed, rowNumbers }
}

const replace = (id: string, paragraphId: string, text: string): Edit => ({
  kind: 'replace-text',
  id,
  paragraphId,
  text,
})
const rename = (id: string, name: string): Edit => ({ kind: 'rename-speaker', id, speakerId: 's2', name })

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

describe('caption rules', () => {
  const bbc = { preset: 'bbc', names: 'change', changes: { maxLines: 1 } } as const
  const set = (id: string, rules: typeof bbc | null): Edit => ({ kind: 'set-caption-rules', id, rules })

  it('are stored, undone and redone, and sent to pages with the transcript', () => {
    const { calls, transcriptId, transcript, make } = corrected()
    const stored = () => calls.store.row('SELECT caption_rules AS rules FROM transcripts')
    expect(calls.transcriptState(transcriptId)).not.toHaveProperty('captionRules')
    const outcome = make(0, set('e1', bbc))
    const undo = { stepId: 'e1', kind: 'set-caption-rules' }
    expect(outcome).toMatchObject({ asSent: true, paragraphIds: [], undo })
    expect(transcript().captionRules).toEqual(bbc)
    expect(calls.transcriptState(transcriptId).captionRules).toEqual(bbc)
    expect(calls.transcriptUpdate(transcriptId, []).captionRules).toEqual(bbc)
    calls.undo(transcriptId, 'u')
    expect(stored()).toEqual({ rules: null })
    expect(transcript()).not.toHaveProperty('captionRules')
    calls.redo(transcriptId, 'r')
    expect(stored()).toEqual({ rules: JSON.stringify(bbc) })
    make(3, set('e2', null))
    expect(transcript()).not.toHaveProperty('captionRules')
  })

  it('are set while a job writes and another window types, whatever state they were made on', () => {
    const { calls, transcriptId, job, transcript, texts, make, typed } = corrected()
    const mine = set('e1', bbc)
    const text = typed('e2', 'p1', 'one too three')
    calls.putParagraphs(transcriptId, [paragraph('p3', 'seven eight', 9000)])
    expect(make(0, text).refused).toEqual([])
    expect(make(0, mine)).toMatchObject({ asSent: false, refused: [], editNumber: 2 })
    const again = {
      recordingId: job.recordingId ?? '',
      jobId: job.id,
      language: 'en',
      run,
      settingsKey: 'k1',
    }
    calls.startTranscript(again)
    calls.putParagraphs(transcriptId, [paragraph('p4', 'nine', 12_000)])
    expect(transcript().captionRules).toEqual(bbc)
    expect(texts()).toEqual(['one too three', 'four five six', 'seven eight', 'nine'])
    calls.undo(transcriptId, 'u')
    expect(transcript()).not.toHaveProperty('captionRules')
    expect(texts()).toHaveLength(4)
  })
})

describe('undo and redo', () => {
  it('take steps back and forth, named, to the same bytes', () => {
    const { calls, transcriptId, transcript, make } = corrected()
    const states = [JSON.stringify(transcript())]
    const edits: Edit[] = [
      replace('e1', 'p1', 'one quite new text'),
      { kind: 'split-paragraph', id: 'e2', wordId: 'p2w.1', offset: 0 },
      { kind: 'merge-speakers', id: 'e3', fromSpeakerId: 's2', intoSpeakerId: 's1' },
      { kind: 'delete-paragraph', id: 'e4', paragraphId: 'p1' },
    ]
    for (const [index, edit] of edits.entries()) {
      make(index, edit)
      states.push(JSON.stringify(transcript()))
    }
    for (let left = edits.length; left > 0; left -= 1) {
      const outcome = calls.undo(transcriptId, `u${left}`)
      expect(outcome?.undo?.kind).toBe(edits[left - 2]?.kind)
      expect(outcome?.redo).toEqual({ stepId: `u${left}`, kind: edits[left - 1]?.kind })
      expect(JSON.stringify(transcript())).toBe(states[left - 1])
    }
    expect(calls.undo(transcriptId, 'u0')).toBeNull()
    for (let done = 1; done <= edits.length; done += 1) {
      expect(calls.redo(transcriptId, `r${done}`)?.undo?.kind).toBe(edits[done - 1]?.kind)
      expect(JSON.stringify(transcript())).toBe(states[done])
    }
    expect(calls.redo(transcriptId, 'r0')).toBeNull()
    expect(calls.effectiveEdits(transcriptId).map((entry) => entry.edit.id)).toEqual(['e1', 'e2', 'e3', 'e4'])
    calls.undo(transcriptId, 'u9')
    expect(calls.effectiveEdits(transcriptId).map((entry) => entry.edit.id)).toEqual(['e1', 'e2', 'e3'])
  })

  it('take all edits of a step back together, across calls', () => {
    const { calls, transcriptId, texts } = corrected()
    const made = { baseNumber: 0, stepId: 'typing' }
    calls.applyEdits(transcriptId, [replace('e1', 'p1', 'one t'), replace('e2', 'p2', 'x')], made)
    calls.applyEdits(transcriptId, [replace('e3', 'p1', 'one to')], { ...made, baseNumber: 2 })
    expect(calls.undo(transcriptId, 'u')?.undo).toBeNull()
    expect(texts()).toEqual(['one two three', 'four five six'])
    calls.redo(transcriptId, 'r')
    expect(texts()).toEqual(['one to', 'x'])
  })

  it('are done once though they are sent twice', () => {
    const { calls, transcriptId, texts, make } = corrected()
    make(0, replace('e1', 'p1', 'one'))
    make(1, replace('e2', 'p2', 'two'))
    const outcome = calls.undo(transcriptId, 'u')
    expect(calls.undo(transcriptId, 'u')).toEqual({ ...outcome, asSent: false })
    expect(texts()).toEqual(['one', 'four five six'])
  })

  it('hold over a restart, and follow another program', () => {
    const { calls, transcriptId, texts, make } = corrected()
    make(0, replace('e1', 'p1', 'one'))
    const { store } = openStore(calls.folder)
    const other = createLibraryCalls(store)
    expect(other.transcriptState(transcriptId).undo).toEqual({ stepId: 'e1', kind: 'replace-text' })
    make(1, replace('e2', 'p2', 'two'))
    expect(other.undo(transcriptId, 'u')?.redo?.kind).toBe('replace-text')
    store.close()
    expect(texts()).toEqual(['one', 'four five six'])
    expect(calls.undo(transcriptId, 'v')?.undo).toBeNull()
    calls.redo(transcriptId, 'w')
    calls.redo(transcriptId, 'x')
    expect(texts()).toEqual(['one', 'two'])
  })

  it('are quick with ten thousand entries in the log', () => {
    const { calls, transcriptId, texts } = corrected()
    const edits = Array.from({ length: 10_000 }, (_, index) => replace(`e${index}`, 'p1', `one ${index}`))
    calls.applyEdits(transcriptId, edits, { baseNumber: 0 })
    const { store } = openStore(calls.folder)
    const other = createLibraryCalls(store)
    const start = performance.now()
    for (let step = 0; step < 20; step += 1) other.undo(transcriptId, `u${step}`)
    const perUndo = (performance.now() - start) / 20
    store.close()
    expect(texts()[0]).toBe('one 9979')
    expect(perUndo).toBeLessThan(50)
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
