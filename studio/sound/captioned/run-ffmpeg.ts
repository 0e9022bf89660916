import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Fault } from '#contracts/errors'
import type { TimeSpan } from '#core/transcript/time-span'
import { lowerPriority } from '../../processes/low-priority.ts'
import { ChildStop } from '../child-stop.ts'
import { findFfmpeg } from '../ffmpeg.ts'
import type { BeforeMoved } from '../write-media.ts'
import type { Film } from './film.ts'

export interface WriteFilmOptions extends BeforeMoved {
  readonly signal: AbortSignal
  /** Fraction of the film written so far, 0–1. */
  readonly onProgress?: (fraction: number) => void
  readonly stallMs?: number
  /** Yields the processor to other programs. */
  readonly isLowPriority?: boolean
  /** In the film's own time: only this part is written, and its times count from its start. */
  readonly part?: TimeSpan
  /** In the film's own time: spans to silence; the film's own captions and chapters are left out. */
  readonly silences?: readonly TimeSpan[]
}

const STALL_MS = 60_000
const MAX_ERROR_TEXT = 8_000
/** End of a film during which ffmpeg may print nothing: it moves an MP4's index to the beginning. */
const LAST_SECONDS = 2
const REFUSED =
  /not currently supported in container|only supported in|support is experimental|codec \S+ is not supported|incompatible with output codec|(?:codec tag found for|unsupported|incompatible) codec/iu

/**
 * Runs ffmpeg on a film, in a temporary folder whose files `words` may name.
 * Throws `job.cancelled`, `media.stalled`, `disk.full`, `video.container`, `video.failed`, `ffmpeg.missing`.
 */
export async function runFfmpegOn(
  film: Film,
  words: readonly string[],
  folders: { readonly work: string; readonly output: string },
  container: 'mp4' | 'mkv',
  options: WriteFilmOptions,
): Promise<void> {
  const { ffmpeg } = await findFfmpeg()
  if (options.signal.aborted) throw new Fault('job.cancelled')
  const all = ['-hide_banner', '-v', 'error', '-nostdin', '-nostats', '-progress', 'pipe:1', ...words]
  const child = spawn(path.resolve(ffmpeg), all, {
    cwd: folders.work,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  if (options.isLowPriority === true) lowerPriority(child.pid)
  const errors = await watchFfmpeg(child, film, options)
  if (/No space left on device|ENOSPC|Disk quota exceeded/u.test(errors)) {
    throw new Fault('disk.full', { folder: folders.output }, errors)
  }
  if (child.exitCode === 0) {
    options.onProgress?.(1)
    return
  }
  if (REFUSED.test(errors)) {
    const codec = /codec (?!not\b|tag\b|id\b)([\w-]+)/u.exec(errors)?.[1] ?? film.streams[0]?.codec ?? ''
    throw new Fault('video.container', { file: film.fileName, container, codec }, errors)
  }
  throw new Fault('video.failed', { file: film.fileName }, errors)
}

/** Waits for the end; returns ffmpeg's error output. */
async function watchFfmpeg(
  child: ChildProcess,
  { fileName, durationSeconds, startSeconds }: Film,
  { signal, onProgress, stallMs = STALL_MS }: WriteFilmOptions,
): Promise<string> {
  const stop = new ChildStop(child)
  const onAbort = (): void => stop.stop(new Fault('job.cancelled'))
  signal.addEventListener('abort', onAbort, { once: true })
  let stalled: ReturnType<typeof setTimeout> | undefined
  const watch = (): void => {
    clearTimeout(stalled)
    stalled = setTimeout(() => stop.stop(new Fault('media.stalled', { file: fileName })), stallMs)
  }
  watch()
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString('utf8')).slice(-MAX_ERROR_TEXT)
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve())
  })
  const read = async (): Promise<string> => {
    const seen = new Map<string, string>()
    const lines = child.stdout === null ? [] : createInterface({ input: child.stdout })
    for await (const line of lines) {
      const [key = '', value = ''] = line.split('=')
      if ((key !== 'out_time_us' && key !== 'total_size') || seen.get(key) === value) continue
      seen.set(key, value)
      watch()
      const seconds = Number(value) / 1e6 - Math.max(0, startSeconds)
      if (key !== 'out_time_us' || !(seconds >= 0) || durationSeconds === null) continue
      onProgress?.(Math.min(1, seconds / durationSeconds))
      if (seconds > durationSeconds - LAST_SECONDS) clearTimeout(stalled)
    }
    await ended
    if (stop.reason !== null) throw stop.reason
    return errors.trim()
  }
  try {
    return await Promise.race([read(), stop.left])
  } finally {
    clearTimeout(stalled)
    signal.removeEventListener('abort', onAbort)
    if (child.exitCode === null) child.kill('SIGKILL')
  }
}
