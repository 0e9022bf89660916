import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Fault } from '#contracts/errors'
import { meterChild } from '../run-cost/meter-child.ts'
import { ChildStop } from './child-stop.ts'
import { findFfmpeg } from './ffmpeg.ts'

const MAX_ERROR_TEXT = 8_000

export interface FfmpegRun {
  readonly folder: string
  /** The recording's title, for faults. */
  readonly title: string
  readonly signal: AbortSignal
}

/**
 * Runs ffmpeg in a recording's folder; `read` consumes its stdout.
 * Throws `disk.full`, `ffmpeg.missing`, `ffmpeg.failed`, `job.cancelled`.
 */
export async function runFfmpeg<Result>(
  words: readonly string[],
  { folder, title, signal }: FfmpegRun,
  read: (output: Readable) => Promise<Result>,
): Promise<Result> {
  const { ffmpeg } = await findFfmpeg()
  if (signal.aborted) throw new Fault('job.cancelled')
  const child = spawn(ffmpeg, ['-hide_banner', '-v', 'error', '-nostdin', ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  meterChild(child, 'ffmpeg')
  const stop = new ChildStop(child)
  const onAbort = (): void => stop.stop(new Fault('job.cancelled'))
  signal.addEventListener('abort', onAbort, { once: true })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-MAX_ERROR_TEXT)
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // Rejection is handled at the await below; this avoids an unhandled rejection while the output is read.
  ended.catch(() => undefined)
  const readToEnd = async (): Promise<Result> => {
    const result = await read(child.stdout)
    const exitCode = await ended
    if (signal.aborted) throw new Fault('job.cancelled')
    if (exitCode === 0) return result
    if (/No space left on device|Disk quota exceeded/u.test(errors))
      throw new Fault('disk.full', { folder }, errors)
    throw new Fault('ffmpeg.failed', { file: title }, errors.trim())
  }
  try {
    return await Promise.race([readToEnd(), stop.left])
  } finally {
    signal.removeEventListener('abort', onAbort)
    if (child.exitCode === null) child.kill('SIGKILL')
  }
}

/** Parses `-progress pipe:1`: seconds written so far. */
export async function readProgress(output: Readable, onSeconds: (seconds: number) => void): Promise<void> {
  for await (const line of createInterface({ input: output })) {
    const microseconds = /^out_time_us=(\d+)$/u.exec(line)?.[1]
    if (microseconds !== undefined) onSeconds(Number(microseconds) / 1e6)
  }
}
