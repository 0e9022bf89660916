import { FRAMES_PER_MS, RECORDING_RATE } from './block.ts'
import { fitLine } from './theil-sen.ts'

/** Seconds of sound used to fit the line. */
const MAX_SECONDS = 60
/** With fewer, the device is assumed to deliver exactly its nominal rate. */
const MIN_SECONDS = 10
/** In that case the minimum delay of this many seconds is used. */
const RECENT_SECONDS = 5
/** Devices deviate from their nominal rate by less than this, in ms of delay per frame: 1 %. */
const MAX_SLOPE = 0.01 / FRAMES_PER_MS

/**
 * When a device captured each frame of a run: a line fitted to the arrival of its blocks. Blocks arrive late
 * but never early, so of each second only the block with the least delay counts.
 */
export class ArrivalLine {
  /** The least delay of each second, ms, by the frame that had it. */
  #seconds: { readonly second: number; frame: number; delayMs: number }[] = []
  #slope = 0
  #offsetMs = 0

  /** False until a block was added. */
  get isKnown(): boolean {
    return this.#seconds.length > 0
  }

  add(frame: number, arrivedMs: number): void {
    const delayMs = arrivedMs - frame / FRAMES_PER_MS
    const second = Math.floor(frame / RECORDING_RATE)
    const last = this.#seconds.at(-1)
    if (last?.second === second) {
      if (delayMs >= last.delayMs) return
      Object.assign(last, { frame, delayMs })
    } else {
      this.#seconds.push({ second, frame, delayMs })
      if (this.#seconds.length > MAX_SECONDS) this.#seconds.shift()
      if (this.#seconds.length >= MIN_SECONDS) this.#fit()
    }
    if (this.#seconds.length < MIN_SECONDS)
      this.#offsetMs = Math.min(...this.#seconds.slice(-RECENT_SECONDS).map((one) => one.delayMs))
  }

  /** In ms on the clock of the arrivals. */
  at(frame: number): number {
    return frame / FRAMES_PER_MS + this.#offsetMs + this.#slope * frame
  }

  /** All later frames were captured this much later than the line says. */
  shift(ms: number): void {
    for (const one of this.#seconds) one.delayMs += ms
    this.#offsetMs += ms
  }

  /** Excludes the newest second, of which only the first block is known. */
  #fit(): void {
    const { slope, offset } = fitLine(
      this.#seconds.slice(0, -1).map(({ frame, delayMs }) => [frame, delayMs] as const),
    )
    this.#slope = Math.max(-MAX_SLOPE, Math.min(MAX_SLOPE, slope))
    const middle = this.#seconds[this.#seconds.length >> 1]?.frame ?? 0
    this.#offsetMs = offset + (slope - this.#slope) * middle
  }
}
