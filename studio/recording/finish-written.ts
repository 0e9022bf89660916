import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { RecordingCodec } from '#contracts/recording-codec'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { type FinishOptions, finishRecording } from './finish-recording.ts'
import { joinSpool } from './join-spool.ts'
import { readJournalState } from './journal-file.ts'
import { RecorderLease } from './recorder-lease.ts'

export interface FinishWrittenOptions extends Omit<FinishOptions, 'codec'> {
  readonly codec: () => Promise<RecordingCodec>
  /** Default: the journal's title. */
  readonly title?: string
}

/**
 * Makes a recording from everything in a folder whose writer has ended or died, and deletes the folder.
 * `recording` null: nothing was recorded. Null if another program does it. Faults: `recorder.unknown` for a
 * folder in which nothing was begun, those of `finishRecording`; then the folder is kept.
 */
export async function finishWritten(
  folder: string,
  { codec, title, ...options }: FinishWrittenOptions,
): Promise<{ readonly recording: StoredRecording | null } | null> {
  const lease = await RecorderLease.take(folder)
  if (lease === null) return null
  try {
    await joinSpool(folder)
    const state = await readJournalState(folder)
    if (state === null) throw new Fault('recorder.unknown', { id: path.basename(folder) })
    const named = { ...state, title: title ?? state.title }
    return { recording: await finishRecording(folder, named, { ...options, codec: await codec() }) }
  } finally {
    await lease.release()
  }
}
