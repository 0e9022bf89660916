import type { RecordingCodec } from '#contracts/recording-codec'
import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { finishWritten } from './finish-written.ts'
import {
  mayHavePage,
  WAIT_FOR_PAGE_MS,
  type WrittenRecording,
  writtenRecordings,
} from './written-recordings.ts'

export interface RecoverOptions {
  readonly library: Library
  readonly dataFolder: string
  readonly codec: () => Promise<RecordingCodec>
  readonly signal: AbortSignal
  /** Fraction of making the file of one recording, 0–1. */
  readonly onProgress?: (title: string, fraction: number) => void
  /**
   * Recordings to leave alone, as their page may reconnect; default: a page's that was killed within the last
   * two minutes.
   */
  readonly isLeft?: (written: WrittenRecording) => boolean
}

/** The outcome for a recording whose program was gone. */
export interface Recovery {
  readonly title: string
  /** Null if it failed; the files are left unchanged, and the next opening retries. */
  readonly recording: StoredRecording | null
  /** False if it had been stopped, and only its file was missing. */
  readonly wasInterrupted: boolean
  readonly error: unknown
}

/**
 * Makes library recordings of those that no live process writes: they are kept and listed, and the page asks
 * the person. Programs that open the library at the same time divide the work.
 */
export async function recoverRecordings(options: RecoverOptions): Promise<Recovery[]> {
  const recoveries: Recovery[] = []
  const nowMs = Date.now()
  const { isLeft = (one) => mayHavePage(one, nowMs) && nowMs - one.writtenAtMs < WAIT_FOR_PAGE_MS } = options
  for (const written of await writtenRecordings(options.dataFolder)) {
    if (written.isAlive || isLeft(written)) continue
    const { folder, state } = written
    const wasInterrupted = state.stopped === null
    const { title } = state
    try {
      const made = await finishWritten(folder, {
        ...options,
        onProgress: (fraction) => options.onProgress?.(title, fraction),
      })
      const recording = made?.recording ?? null
      if (recording !== null) recoveries.push({ title, recording, wasInterrupted, error: null })
    } catch (error) {
      recoveries.push({ title, recording: null, wasInterrupted, error })
    }
  }
  return recoveries
}
