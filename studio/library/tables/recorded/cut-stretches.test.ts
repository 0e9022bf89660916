import { describe, expect, it } from 'vitest'
import type { CutStretch } from '#core/transcript/cut-reason'
import { openStore } from '../../database/open-store.ts'
import { corrected, replace } from '../../testing/corrected-transcript.ts'
import { createLibraryCalls } from '../../worker/library-calls.ts'

const cough: CutStretch = { id: 'c1', startMs: 900, endMs: 1_200, reason: 'person' }
const pause: CutStretch = { id: 'c2', startMs: 200, endMs: 700, reason: 'pause' }

function opened() {
  const made = corrected()
  const { calls, transcriptId } = made
  const recordingId = calls.transcriptState(transcriptId).recordingId
  let requests = 0
  const undo = () => calls.undo(transcriptId, `u${(requests += 1)}`)
  const redo = () => calls.redo(transcriptId, `u${(requests += 1)}`)
  return { ...made, recordingId, cut: () => calls.cutStretches(recordingId), undo, redo }
}

describe('cut stretches', () => {
  it('are undone and redone in one order with edits of the text and moments', () => {
    const { calls, recordingId, make, texts, cut, undo, redo } = opened()
    make(0, replace('e1', 'p1', 'one'))
    calls.changeCutStretches(recordingId, { set: [cough, pause] }, 's1')
    calls.setMoment(recordingId, { id: 'm', kind: 'decision', atMs: 5, value: 'x' }, 'm1')
    make(1, replace('e2', 'p1', 'two'))
    calls.changeCutStretches(recordingId, { set: [{ ...cough, endMs: 1_300 }], remove: ['c2'] }, 's2')
    expect(cut()).toEqual([{ ...cough, endMs: 1_300 }])
    expect(undo()?.undo?.stepId).toBe('e2')
    expect(cut()).toEqual([pause, cough])
    undo()
    expect(undo()).toMatchObject({
      undo: { stepId: 's1', kind: 'cut-stretch.add' },
      redo: { kind: 'moment.add' },
    })
    expect(calls.moments(recordingId)).toEqual([])
    undo()
    expect([texts()[0], cut()]).toEqual(['one', []])
    redo()
    expect(cut()).toEqual([pause, cough])
  })

  it('are what a transcript is asked for together with its cut words: whether there are any', () => {
    const { calls, recordingId, transcriptId, make } = opened()
    const has = () => calls.haveCuts([transcriptId, 'unknown'])
    expect(has()).toEqual([false, false])
    calls.changeCutStretches(recordingId, { set: [cough] }, 's1')
    expect(has()).toEqual([true, false])
    calls.changeCutStretches(recordingId, { remove: ['c1'] }, 's2')
    expect(has()).toEqual([false, false])

    const ids = { fromWordId: 'p1w.0', toWordId: 'p1w.0' }
    const mark = { id: 'm', kind: 'cut', ...ids, value: { reason: 'person' } } as const
    make(0, { kind: 'set-mark', id: 'e1', mark, near: { startMs: 0, endMs: 0 } })
    expect(has()).toEqual([true, false])
  })

  it('are the same after a restart and in another program, and what it changed since stays', () => {
    const { calls, recordingId, transcriptId, cut, undo } = opened()
    calls.changeCutStretches(recordingId, { set: [cough] }, 's1')
    calls.changeCutStretches(recordingId, { set: [{ ...cough, startMs: 800 }] }, 's2')
    const { store } = openStore(calls.folder)
    const other = createLibraryCalls(store)
    expect(other.cutStretches(recordingId)).toEqual([{ ...cough, startMs: 800 }])
    other.changeCutStretches(recordingId, { set: [{ ...cough, startMs: 800, endMs: 1_500 }] }, 'o1')
    other.takeBackMoments(recordingId, 's2')
    expect(cut()).toEqual([{ ...cough, endMs: 1_500 }])
    expect(undo()?.redo?.kind).toBe('cut-stretch.change')
    expect(other.redo(transcriptId, 'again')).not.toBeNull()
    store.close()
  })

  it('make no step of nothing, and belong to a recording', () => {
    const { calls, recordingId, transcriptId } = opened()
    const before = calls.lastEventNumber()
    calls.changeCutStretches(recordingId, { remove: ['nobody'] })
    expect(calls.lastEventNumber()).toBe(before)
    expect(calls.undo(transcriptId, 'u')).toBeNull()
    expect(() => calls.changeCutStretches('nobody', { set: [cough] })).toThrow('recording.unknown')
  })
})
