import { Fault } from '#contracts/errors'
import { type FfmpegRun, readProgress, runFfmpeg } from './run-ffmpeg.ts'
import { silenceOf } from './silent-drive.ts'

const STALL_MS = 60_000

export interface ProgressRun extends FfmpegRun {
  /** Files that it reads. */
  readonly sources: readonly string[]
  /** Seconds written so far. */
  readonly onSeconds: (seconds: number) => void
  readonly stallMs?: number
}

/**
 * Like `runFfmpeg`, for a person's files. Also throws `drive.silent` or `media.stalled` if nothing is written
 * for `stallMs`.
 */
export async function runWithProgress(words: readonly string[], run: ProgressRun): Promise<void> {
  const { signal, onSeconds, sources, stallMs = STALL_MS } = run
  const stall = new AbortController()
  const timer = setTimeout(() => stall.abort(), stallMs)
  let last = -1
  try {
    await runFfmpeg(
      ['-nostats', '-progress', 'pipe:1', ...words],
      { ...run, signal: AbortSignal.any([signal, stall.signal]) },
      (output) =>
        readProgress(output, (seconds) => {
          if (seconds > last) timer.refresh()
          last = Math.max(last, seconds)
          onSeconds(seconds)
        }),
    )
  } catch (error) {
    if (!stall.signal.aborted || signal.aborted) throw error
    for (const source of sources) {
      const silence = await silenceOf(source)
      if (silence !== null) throw silence
    }
    throw new Fault('media.stalled', { file: run.title }, undefined, error)
  } finally {
    clearTimeout(timer)
  }
}
