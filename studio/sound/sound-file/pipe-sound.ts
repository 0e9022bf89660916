import { type ChildProcess, spawn } from 'node:child_process'
import { pipeline } from 'node:stream/promises'
import { Fault } from '#contracts/errors'
import type { Splicer } from '#core/cut/splicer'
import { lowerPriority } from '../../processes/low-priority.ts'
import { meterChild } from '../../run-cost/meter-child.ts'
import { ChildStop } from '../child-stop.ts'
import { findFfmpeg } from '../ffmpeg.ts'
import { silenceOf } from '../silent-drive.ts'

export interface PipeRun {
  /** The recording's file. */
  readonly source: { readonly path: string; readonly fileName: string }
  /** Where the second ffmpeg runs, and the folder that it writes to. */
  readonly work: string
  readonly folder: string
  readonly channels: number
  readonly splicer: Splicer
  readonly signal: AbortSignal
  /** Samples of each channel that were written so far. */
  readonly onSamples: (count: number) => void
  readonly stallMs?: number
  readonly isLowPriority?: boolean
}

const STALL_MS = 60_000
/** Once all sound is given to it, ffmpeg may still move an MP4's index to the beginning. */
const LAST_MS = 600_000
const MAX_ERROR_TEXT = 16_000
const BYTES_PER_SAMPLE = 4

/**
 * Decodes sound with one ffmpeg, splices it here, and gives it to another as 32-bit floats; returns what that one said.
 * Throws `disk.full`, `ffmpeg.failed`, `ffmpeg.missing`, `media.stalled`, `drive.silent`, `job.cancelled`.
 */
export async function pipeSound(
  decode: readonly string[],
  encode: readonly string[],
  run: PipeRun,
): Promise<string> {
  const { ffmpeg } = await findFfmpeg()
  if (run.signal.aborted) throw new Fault('job.cancelled')
  const first = started(ffmpeg, ['-v', 'error', ...decode], { stdin: 'ignore', stdout: 'pipe' }, run)
  const second = started(ffmpeg, encode, { stdin: 'pipe', stdout: 'ignore', cwd: run.work }, run)
  const stop = (reason: Fault): void => [first, second].forEach(({ stop: child }) => child.stop(reason))
  const onAbort = (): void => stop(new Fault('job.cancelled'))
  run.signal.addEventListener('abort', onAbort, { once: true })
  const stalled = new Fault('media.stalled', { file: run.source.fileName })
  const watch = new Watch(() => stop(stalled))
  watch.wait(run.stallMs ?? STALL_MS)
  const pass = async (): Promise<string> => {
    // Why it ended early, both processes say.
    const broken = await moveSamples(first.child, second.child, run, watch).then(
      () => null,
      (error: unknown) => error,
    )
    if (broken !== null) first.child.kill('SIGKILL')
    const [decoded, encoded] = await Promise.all([first.ended, second.ended])
    const { reason } = first.stop
    if (reason !== null) throw reason
    if (encoded !== 0) throw faultOf(second.errors(), run)
    if (decoded !== 0) throw faultOf(first.errors(), run)
    if (broken !== null) throw broken
    return second.errors()
  }
  try {
    return await Promise.race([pass(), first.stop.left, second.stop.left])
  } catch (error) {
    throw error === stalled ? ((await silenceOf(run.source.path)) ?? error) : error
  } finally {
    watch.end()
    run.signal.removeEventListener('abort', onAbort)
    for (const { child } of [first, second]) if (child.exitCode === null) child.kill('SIGKILL')
  }
}

interface StartedChild {
  readonly child: ChildProcess
  readonly stop: ChildStop
  readonly ended: Promise<number | null>
  readonly errors: () => string
}

function started(
  ffmpeg: string,
  words: readonly string[],
  pipes: { readonly stdin: 'ignore' | 'pipe'; readonly stdout: 'ignore' | 'pipe'; readonly cwd?: string },
  { isLowPriority = false }: PipeRun,
): StartedChild {
  const child = spawn(ffmpeg, ['-hide_banner', ...words], {
    ...(pipes.cwd === undefined ? {} : { cwd: pipes.cwd }),
    stdio: [pipes.stdin, pipes.stdout, 'pipe'],
    windowsHide: true,
  })
  meterChild(child, 'ffmpeg')
  if (isLowPriority) lowerPriority(child.pid)
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-MAX_ERROR_TEXT)
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // Rejection is handled where it is awaited; this avoids an unhandled one while samples are moved.
  ended.catch(() => undefined)
  return { child, stop: new ChildStop(child), ended, errors: () => errors.trim() }
}

class Watch {
  readonly #onStall: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(onStall: () => void) {
    this.#onStall = onStall
  }

  wait(ms: number): void {
    this.end()
    this.#timer = setTimeout(this.#onStall, ms)
  }

  again(): void {
    this.#timer?.refresh()
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}

async function moveSamples(
  { stdout }: ChildProcess,
  { stdin }: ChildProcess,
  { channels, splicer, onSamples }: PipeRun,
  watch: Watch,
): Promise<void> {
  if (stdout === null || stdin === null) throw new Error('ffmpeg was started without pipes')
  let written = 0
  const splice = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
    for await (const samples of wholeFrames(chunks, channels)) {
      watch.again()
      for (const piece of splicer.push(samples)) {
        written += piece.length / channels
        yield bytesOf(piece)
      }
      onSamples(written)
    }
    yield bytesOf(splicer.end())
    watch.wait(LAST_MS)
  }
  await pipeline(stdout, splice, stdin)
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** The bytes of a pipe as samples, interleaved, each time of whole frames. */
async function* wholeFrames(chunks: AsyncIterable<Buffer>, channels: number): AsyncGenerator<Float32Array> {
  const frameBytes = channels * BYTES_PER_SAMPLE
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const length = joined.length - (joined.length % frameBytes)
    rest = joined.subarray(length)
    if (length === 0) continue
    // Floats must be aligned.
    const bytes = joined.byteOffset % BYTES_PER_SAMPLE === 0 ? joined : Uint8Array.from(joined)
    yield new Float32Array(bytes.buffer, bytes.byteOffset, length / BYTES_PER_SAMPLE)
  }
}

function faultOf(errors: string, { folder, source }: PipeRun): Fault {
  return /No space left on device|ENOSPC|Disk quota exceeded/u.test(errors)
    ? new Fault('disk.full', { folder }, errors)
    : new Fault('ffmpeg.failed', { file: source.fileName }, errors)
}
