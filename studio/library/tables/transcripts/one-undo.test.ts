import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredMoment } from '#core/moments/moment'
import { openStore } from '../../database/open-store.ts'
import { corrected, rename, replace } from '../../testing/corrected-transcript.ts'
import { run } from '../../testing/fixtures.ts'
import { createLibraryCalls } from '../../worker/library-calls.ts'
import { readChecked } from '../recorded/checked-rows.ts'

const decision: StoredMoment = { id: 'd', kind: 'decision', atMs: 900, value: 'Buy bread' }
const chapter = (title: string, atMs = 0): StoredMoment => ({
  id: 'c',
  kind: 'chapter',
  atMs,
  value: { title },
})

function opened() {
  const made = corrected()
  const { calls, transcriptId, texts } = made
  const recordingId = calls.transcriptState(transcriptId).recordingId
  const moments = () => calls.moments(recordingId).map(({ id, atMs, value }) => [id, atMs, value])
  const state = () => JSON.stringify([texts(), moments()])
  let requests = 0
  const undo = () => calls.undo(transcriptId, `u${(requests += 1)}`)
  const redo = () => calls.redo(transcriptId, `u${(requests += 1)}`)
  return { ...made, recordingId, moments, state, undo, redo }
}

describe('undo', () => {
  it('takes back the newest change, of the text, a chapter or a moment', () => {
    const { calls, recordingId, make, texts, moments, undo, redo } = opened()
    make(0, replace('e1', 'p1', 'one'))
    calls.setMoment(recordingId, decision, 'm1')
    make(1, replace('e2', 'p1', 'two'))
    calls.setMoment(recordingId, chapter('Start'), 'm2')
    expect(undo()).toMatchObject({ undo: { stepId: 'e2' }, redo: { kind: 'chapter.add' } })
    expect(moments()).toEqual([['d', 900, 'Buy bread']])
    expect(undo()?.undo).toEqual({ stepId: 'm1', kind: 'moment.add' })
    expect(texts()[0]).toBe('one')
    expect(undo()?.undo).toMatchObject({ stepId: 'e1' })
    expect(moments()).toEqual([])
    redo()
    redo()
    expect([texts()[0], moments()]).toEqual(['two', [['d', 900, 'Buy bread']]])
    redo()
    expect(moments()).toEqual([
      ['c', 0, { title: 'Start' }],
      ['d', 900, 'Buy bread'],
    ])
    expect(redo()).toBeNull()
  })

  it('takes back that a person marked the transcript as checked, in the same order, also after a restart', () => {
    const { calls, recordingId, transcriptId, make, texts, undo, redo } = opened()
    const checkedAtMs = () => readChecked(calls.store, transcriptId)
    make(0, replace('e1', 'p1', 'one'))
    calls.setTranscriptChecked(transcriptId, 1_000, 's1')
    // Sent again after a lost answer.
    calls.setTranscriptChecked(transcriptId, 2_000, 's1')
    make(1, replace('e2', 'p1', 'two'))
    expect(checkedAtMs()).toBe(1_000)
    expect(undo()?.undo).toEqual({ stepId: 's1', kind: 'checked.set' })
    const { store } = openStore(calls.folder)
    const other = createLibraryCalls(store)
    expect(other.undo(transcriptId, 'o1')).toMatchObject({
      undo: { stepId: 'e1' },
      redo: { kind: 'checked.set' },
    })
    store.close()
    expect([checkedAtMs(), texts()[0]]).toEqual([null, 'one'])
    redo()
    expect(checkedAtMs()).toBe(1_000)
    calls.setTranscriptChecked(transcriptId, null, 's2')
    expect(undo()?.redo).toMatchObject({ kind: 'checked.unset' })
    expect(checkedAtMs()).toBe(1_000)
    // The button of the message, though others followed.
    calls.setTranscriptChecked(transcriptId, 3_000, 's3')
    make(4, replace('e3', 'p1', 'three'))
    calls.takeBackMoments(recordingId, 's3')
    expect(checkedAtMs()).toBe(1_000)
  })

  it('of another transcript of the recording does not take the mark', () => {
    const { calls, recordingId, transcriptId } = opened()
    calls.setTranscriptChecked(transcriptId, 1_000, 's1')
    const { id: jobId } = calls.requestJob({
      recordingId,
      kind: 'transcribe',
      settings: {},
      settingsKey: 'again',
    })
    const again = calls.startTranscript({ recordingId, jobId, language: 'en', run, settingsKey: 'again' })
    expect(calls.undo(again.id, 'o1')).toBeNull()
    expect(readChecked(calls.store, transcriptId)).toBe(1_000)
  })

  it('goes on after a restart and in another program, as one sequence', () => {
    const { calls, recordingId, transcriptId, make, texts, moments, undo } = opened()
    make(0, replace('e1', 'p1', 'one'))
    calls.setMoment(recordingId, decision)
    const { store } = openStore(calls.folder)
    const other = createLibraryCalls(store)
    other.setMoment(recordingId, { ...decision, value: 'Buy cake' })
    expect(undo()?.undo?.kind).toBe('moment.add')
    expect(moments()).toEqual([['d', 900, 'Buy bread']])
    expect(other.undo(transcriptId, 'o1')?.undo).toMatchObject({ stepId: 'e1' })
    expect(moments()).toEqual([])
    undo()
    expect(texts()[0]).toBe('one two three')
    expect(other.redo(transcriptId, 'o2')?.redo?.kind).toBe('moment.add')
    store.close()
  })

  it('reverses a step of several changes of a moment at once, and what was changed since stays', () => {
    const { calls, recordingId, moments, undo } = opened()
    calls.setMoment(recordingId, chapter('Start'), 'm1')
    for (const atMs of [100, 200, 300]) calls.setMoment(recordingId, chapter('Start', atMs), 'moved')
    expect(undo()?.redo?.kind).toBe('chapter.move')
    expect(moments()).toEqual([['c', 0, { title: 'Start' }]])
  })

  it('is done once however often it is asked for, and redo ends with a new change of either kind', () => {
    const { calls, recordingId, transcriptId, make, moments, redo } = opened()
    calls.setMoment(recordingId, decision)
    calls.undo(transcriptId, 'once')
    calls.undo(transcriptId, 'once')
    expect(moments()).toEqual([])
    make(0, rename('e1', 'Bo'))
    expect(redo()).toBeNull()
    calls.undo(transcriptId, 'text')
    calls.setMoment(recordingId, decision)
    expect(redo()).toBeNull()
  })

  it('of one step by its own button takes that one, and redo brings it back', () => {
    const { calls, recordingId, make, moments, undo, redo, state } = opened()
    calls.setMoment(recordingId, decision, 'm1')
    calls.removeMoment(recordingId, 'd', 'm2')
    make(0, replace('e1', 'p1', 'one'))
    const before = state()
    calls.takeBackMoments(recordingId, 'm2')
    calls.takeBackMoments(recordingId, 'm2')
    expect(moments()).toEqual([['d', 900, 'Buy bread']])
    redo()
    expect(state()).toBe(before)
    undo()
    expect(undo()?.undo).toMatchObject({ stepId: 'm1' })
  })

  it('stores nothing for a moment that is as it was, and goes with the recording', () => {
    const { calls, recordingId, undo } = opened()
    calls.setMoment(recordingId, decision)
    calls.setMoment(recordingId, decision)
    expect(calls.store.rows('SELECT 1 FROM moment_changes')).toHaveLength(1)
    expect(undo()?.undo).toBeNull()
    calls.store.change(() => calls.store.run('DELETE FROM recordings WHERE id = ?', recordingId))
    expect(calls.store.rows('SELECT 1 FROM moment_changes')).toEqual([])
  })

  it('leads back through every state and forward again, whatever was done', () => {
    const acts = fc.array(fc.constantFrom('text', 'add', 'move', 'delete', 'undo', 'redo'), {
      minLength: 5,
      maxLength: 25,
    })
    fc.assert(
      fc.property(acts, (plan) => {
        const { calls, recordingId, make, texts, state, undo, redo } = opened()
        const past = [state()]
        let future: string[] = []
        let edits = 0
        plan.forEach((act, index) => {
          const before = state()
          if (act === 'undo' || act === 'redo') {
            const [from, to] = act === 'undo' ? [past, future] : [future, past]
            const expected = act === 'undo' ? past.at(-2) : future.at(-1)
            const outcome = act === 'undo' ? undo() : redo()
            expect(outcome === null).toBe(expected === undefined)
            if (expected === undefined) return
            to.push(from.pop() ?? '')
            expect(state()).toBe(expected)
            edits = outcome?.editNumber ?? edits
            return
          }
          if (act === 'text') edits = make(edits, replace(`e${index}`, 'p1', `${texts()[0]} x`)).editNumber
          else if (act === 'delete') calls.removeMoment(recordingId, 'c')
          else calls.setMoment(recordingId, chapter(act, index))
          if (state() === before) return
          past.push(state())
          future = []
        })
      }),
      { numRuns: 12 },
    )
  })
})
