import { randomUUID } from 'node:crypto'
import { Fault } from '#contracts/errors'
import type { CutStretch } from '#core/transcript/cut-reason'
import type { Store } from '../../database/store.ts'
import { readCutStretch, readCutStretches, writeCutStretch } from './cut-stretch-rows.ts'
import { MomentLog } from './moment-log.ts'

export interface CutStretchCalls {
  /** In order of time. */
  cutStretches(recordingId: string): CutStretch[]
  /** Whether words or stretches of each transcript's recording are cut, in the order of `transcriptIds`; an unknown one: no. */
  haveCuts(transcriptIds: readonly string[]): boolean[]
  /**
   * Adds stretches, or replaces those with the same ids, and removes others, as one step of undo (several calls with the
   * same `stepId` are one step). Removing one that is not there changes nothing. Fault `recording.unknown`.
   */
  changeCutStretches(recordingId: string, change: CutStretchChange, stepId?: string): void
}

export interface CutStretchChange {
  readonly set?: readonly CutStretch[]
  /** Ids. */
  readonly remove?: readonly string[]
}

const HAS_CUT = `SELECT 1 FROM transcripts t WHERE t.id = ? AND (
  EXISTS (SELECT 1 FROM marks WHERE transcript_id = t.id AND kind IN ('cut', 'cut-sound'))
  OR EXISTS (SELECT 1 FROM cut_stretches WHERE recording_id = t.recording_id))`

export function createCutStretchCalls(store: Store): CutStretchCalls {
  const log = new MomentLog(store)
  return {
    cutStretches: (recordingId) => readCutStretches(store, recordingId),
    haveCuts: (transcriptIds) => transcriptIds.map((id) => store.row(HAS_CUT, id) !== undefined),
    changeCutStretches(recordingId, { set = [], remove = [] }, stepId = randomUUID()) {
      store.change((append) => {
        if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined)
          throw new Fault('recording.unknown', { reference: recordingId })
        let changed = 0
        const put = (rowId: string, after: CutStretch | null): void => {
          const before = readCutStretch(store, recordingId, rowId)
          if (JSON.stringify(before) === JSON.stringify(after)) return
          writeCutStretch(store, recordingId, rowId, after)
          log.append(recordingId, { subject: 'cut-stretch', rowId, before, after }, { stepId, undoes: null })
          changed += 1
        }
        for (const { id, startMs, endMs, reason } of set) put(id, { id, startMs, endMs, reason })
        for (const id of remove) put(id, null)
        if (changed === 0) return
        // What undo would revert is read again with the moments.
        append('moments-changed', { recordingId })
        append('cut-changed', { recordingId })
      })
    },
  }
}
