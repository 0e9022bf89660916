import { type ChildProcess, spawn } from 'node:child_process'
import { Fault } from '#contracts/errors'
import { inputRestrictions } from './demuxers.ts'
import { findFfmpeg } from './ffmpeg.ts'

export interface FfprobeOptions {
  readonly signal?: AbortSignal
  /** Time limit, ms. */
  readonly stallMs?: number
}

const STALL_MS = 30_000
/** Some kilobytes are usual; a file with a hundred thousand streams is not a recording. */
const MAX_BYTES = 16 * 1024 * 1024

/**
 * Runs ffprobe on a file and returns its JSON output. On timeout, abort or too much output ffprobe is killed
 * without waiting for its exit: on an unresponsive disk even a killed process does not end.
 * Throws `media.stalled`, `job.cancelled`, `ffmpeg.missing`, else an Error with ffprobe's message.
 */
export async function runFfprobe<Output>(
  file: string,
  words: readonly string[],
  { signal, stallMs = STALL_MS }: FfprobeOptions = {},
): Promise<Output> {
  const { ffprobe } = await findFfmpeg()
  if (signal?.aborted) throw new Fault('job.cancelled')
  const all = ['-hide_banner', '-v', 'error', ...inputRestrictions, '-of', 'json', ...words, '-i', file]
  const child = spawn(ffprobe, all, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
  const ended = new AbortController()
  try {
    const text = await Promise.race([
      outputOf(child),
      new Promise<never>((_resolve, reject) => {
        const timer = setTimeout(() => reject(new Fault('media.stalled', { file })), stallMs)
        ended.signal.addEventListener('abort', () => clearTimeout(timer))
        const onAbort = (): void => reject(new Fault('job.cancelled'))
        signal?.addEventListener('abort', onAbort, { once: true, signal: ended.signal })
      }),
    ])
    return JSON.parse(text) as Output
  } finally {
    ended.abort()
    letGo(child)
  }
}

async function outputOf(child: ChildProcess): Promise<string> {
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
    stdout.tooMuch.then(() => reject(new Error('ffprobe prints more than is read')), reject)
  })
  if (exitCode === 0) return stdout.text()
  throw new Error(`ffprobe ended with ${exitCode}\n${stderr.text()}`.trim())
}

/** Collects the text of a stream, up to `MAX_BYTES`. */
function collect(stream: ChildProcess['stdout']): { text: () => string; tooMuch: Promise<void> } {
  const chunks: Buffer[] = []
  let bytes = 0
  const tooMuch = new Promise<void>((resolve) => {
    stream?.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > MAX_BYTES) resolve()
      else chunks.push(chunk)
    })
  })
  return { text: () => Buffer.concat(chunks).toString('utf8'), tooMuch }
}

/** Kills the process if it is still running, and prevents it and its pipes from keeping this program open. */
function letGo(child: ChildProcess): void {
  if (child.exitCode === null) child.kill('SIGKILL')
  child.unref()
  child.stdout?.destroy()
  child.stderr?.destroy()
}
