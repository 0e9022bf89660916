import { type ChildProcess, spawn } from 'node:child_process'
import { Fault } from '#contracts/errors'
import { FRAMES_PER_MS, RECORDING_RATE, type SoundBlock } from '#core/recording/block'
import { codeOf } from '../../faults/error-code.ts'
import { findFfmpeg } from '../../sound/ffmpeg.ts'
import { inputClock } from './input-clock.ts'
import { needInputSystem } from './list-inputs.ts'

/** Maximum block length, in frames: 100 ms. */
const BLOCK_FRAMES = RECORDING_RATE / 10
const LOOK_EVERY_MS = 250
/**
 * An input without sound for this many checks, 2 s, is reopened. Time in which this program was suspended
 * does not count.
 */
const SILENT_LOOKS = 8
/** The first sound may take longer. */
const FIRST_LOOKS = 40
const RETRY_MS = 500
/** After this many failures, the default input replaces a missing one. */
const RETRIES_OF_SAME = 4
const MAX_ERROR_TEXT = 4_000

export interface CaptureOptions {
  /** Number of the source in the recording. */
  readonly source: number
  /** Id of the input. */
  readonly id: string
  readonly onBlock: (block: SoundBlock) => void
  /** It ended unexpectedly and will be reopened. */
  readonly onGone: () => void
  /** It is back, or the default replaced it. */
  readonly onBack: (id: string) => void
}

/**
 * Records one sound input with its own ffmpeg process, which is restarted if the device or the sound server
 * disappears.
 */
export class InputCapture {
  readonly #options: CaptureOptions
  #child: ChildProcess | null = null
  #isStopped = false
  #sequence = 0
  #run = 0
  #wake: () => void = () => undefined
  #done: Promise<void> = Promise.resolve()

  constructor(options: CaptureOptions) {
    this.#options = options
  }

  /** Resolves with the first sound. Faults: `recorder.device-failed`, `ffmpeg.missing`. */
  async start(): Promise<void> {
    const { id } = this.#options
    let isFirst: (() => void) | null = null
    const first = new Promise<void>((resolve) => (isFirst = resolve))
    const ended = this.#record(id, () => isFirst?.())
    ended.catch(() => undefined)
    await Promise.race([
      first,
      ended.then((errors) => {
        throw new Fault('recorder.device-failed', { device: id }, errors)
      }),
    ])
    this.#done = this.#keepOn(ended)
  }

  /** Resolves once no more blocks will arrive. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#wake()
    this.#child?.kill('SIGKILL')
    await this.#done
  }

  async #keepOn(first: Promise<string>): Promise<void> {
    await first
    while (!this.#isStopped) {
      this.#options.onGone()
      for (let tries = 0; !this.#isStopped; tries += 1) {
        const id = tries < RETRIES_OF_SAME ? this.#options.id : this.#fallback()
        let isBack = false
        this.#run += 1
        await this.#record(id, () => {
          isBack = true
          this.#options.onBack(id)
        })
        if (isBack) break
        await this.#wait(RETRY_MS)
      }
    }
  }

  #fallback(): string {
    return needInputSystem().defaultId ?? this.#options.id
  }

  /** Resolves with ffmpeg's error output when it has ended. */
  async #record(id: string, onFirst: () => void): Promise<string> {
    const { ffmpeg } = await findFfmpeg()
    if (this.#isStopped) return ''
    const words = [
      ...'-hide_banner -v error -nostdin'.split(' '),
      ...needInputSystem().openWords(id),
      ...`-ac 1 -ar ${RECORDING_RATE} -f s16le -flush_packets 1 pipe:1`.split(' '),
    ]
    // In its own process group: Ctrl-C reaches this program, which then ends the recording.
    const child = spawn(ffmpeg, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      windowsHide: true,
    })
    this.#child = child
    let silentLooks = 0
    const watchdog = setInterval(() => {
      silentLooks += 1
      if (silentLooks >= (frames === 0 ? FIRST_LOOKS : SILENT_LOOKS)) child.kill('SIGKILL')
    }, LOOK_EVERY_MS)
    let errors = ''
    let frames = 0
    let rest = Buffer.alloc(0)
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-MAX_ERROR_TEXT)
    })
    child.stdout.on('data', (chunk: Buffer) => {
      const atMs = inputClock.now()
      silentLooks = 0
      if (frames === 0) onFirst()
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const whole = Math.floor(bytes.length / 2)
      rest = Buffer.from(bytes.subarray(whole * 2))
      this.#give(bytes, whole, frames, atMs)
      frames += whole
    })
    try {
      await new Promise<void>((resolve, reject) => {
        child.once('error', reject)
        child.once('close', () => resolve())
      })
    } catch (error) {
      // No process could be started; retried as for a missing device.
      if (codeOf(error) === undefined) throw error
      errors += String(error)
    } finally {
      clearInterval(watchdog)
    }
    return errors.trim()
  }

  /** `atMs`: when the last of these samples arrived. */
  #give(bytes: Buffer, frames: number, firstFrame: number, atMs: number): void {
    if (this.#isStopped) return
    for (let from = 0; from < frames; from += BLOCK_FRAMES) {
      const count = Math.min(BLOCK_FRAMES, frames - from)
      const samples = new Int16Array(count)
      for (let index = 0; index < count; index += 1) samples[index] = bytes.readInt16LE((from + index) * 2)
      this.#options.onBlock({
        source: this.#options.source,
        run: this.#run,
        sequence: this.#sequence,
        firstFrame: firstFrame + from,
        // Sound that arrives at once was not captured at once: for each block only the arrival is known.
        atMs: atMs - count / FRAMES_PER_MS,
        samples,
      })
      this.#sequence += 1
    }
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
