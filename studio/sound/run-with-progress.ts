import { Fault } from '#contracts/errors'
import { type FfmpegRun, readProgress, runFfmpeg } from './run-ffmpeg.ts'
import { silenceOf } from './silent-drive.ts'

const STALL_MS = 60_000

export interface ProgressRun extends FfmpegRun {
  /** Files that it reads. */
  readonly sources: readonly string[]
  /** Seconds that were written so far. */
  readonly onSeconds: (seconds: number) => void
  readonly stallMs?: number
}

/**
 * As `runFfmpeg`, for files of a person. Throws `drive.silent` or `media.stalled` where nothing more is written for
 * `stallMs`, too.
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
