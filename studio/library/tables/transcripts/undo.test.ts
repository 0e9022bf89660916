import { describe, expect, it } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { createLibraryCalls } from '../../worker/library-calls.ts'
import { openStore } from '../../database/open-store.ts'
import { corrected, replace } from '../../testing/corrected-transcript.ts'

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

  it('work with ten thousand entries in the log', () => {
    const { calls, transcriptId, texts } = corrected()
    const edits = Array.from({ length: 10_000 }, (_, index) => replace(`e${index}`, 'p1', `one ${index}`))
    calls.applyEdits(transcriptId, edits, { baseNumber: 0 })
    const { store } = openStore(calls.folder)
    const other = createLibraryCalls(store)
    for (let step = 0; step < 20; step += 1) other.undo(transcriptId, `u${step}`)
    store.close()
    expect(texts()[0]).toBe('one 9979')
  })
})
