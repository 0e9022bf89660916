import { FRAMES_PER_MS, type Piece, type SoundBlock } from './block.ts'
import { BlockOrder } from './block-order.ts'
import { DriftMeter } from './drift-meter.ts'
import type { ClockEntry } from './journal-entry.ts'
import { stretchSamples } from './stretch-samples.ts'
import type { Timeline } from './timeline.ts'

/** A source that is behind the clock by more than this has a gap; less is drift or delay. In ms. */
export const GAP_MS = 100
/** Sound that comes late is kept back this long, until it is known whether it was only late: ms of the blocks' clock. */
export const HOLD_MS = 700
/** At the start of a run all sound is kept back this long, to find out how late it comes: a kill loses it. */
export const START_HOLD_MS = 200
/** A block counts for its own length of waiting, with some spare for uneven ones. */
const MOST_PACE = 1.5
/** More is not kept back, in frames. */
const MOST_HELD_FRAMES = 60_000 * FRAMES_PER_MS
/** A sender's count of frames may go this much further than the clock, in frames. */
const TOLERATED_JUMP = 1_000 * FRAMES_PER_MS
/** Drift corrections are written to the journal once in so much sound, in frames. */
const DRIFT_ENTRY_FRAMES = 10_000 * FRAMES_PER_MS

export interface Placement {
  /** To be appended to the source's file, in this order. */
  readonly pieces: readonly Piece[]
  readonly entries: readonly ClockEntry[]
}

/** Where the file of a source is gone on with. */
export interface ClockStart {
  /** Length of the file, in frames. */
  readonly position: number
  /** Number of the next block. */
  readonly sequence: number
  /** The next block begins exactly where the file ends. */
  readonly follows: boolean
}

interface Held {
  readonly block: SoundBlock
  /** Frames that are known to be missing right before it. */
  readonly lost: number
}

/**
 * Decides where the blocks of one source go in its file, so that a sample's position in the file is its time on the
 * recording's clock: repeats are dropped, what is missing becomes silence, drift is corrected a few samples at a time.
 */
export class SourceClock {
  readonly #source: number
  readonly #timeline: Timeline
  readonly #order: BlockOrder
  readonly #drift = new DriftMeter()
  #position: number
  /** The next block begins where the file ends, whatever its run. */
  #follows: boolean
  /** Frame that the run's next block begins with, if nothing is missing; null at the start of a run. */
  #expected: number | null = null
  #run = -1
  #stretch = -1
  #held: Held[] = []
  #isStart = false
  #driftFrames = 0
  #driftSince: number
  #pieces: Piece[] = []
  #entries: ClockEntry[] = []

  constructor(
    source: number,
    timeline: Timeline,
    { position, sequence, follows }: ClockStart = { position: 0, sequence: 0, follows: false },
  ) {
    this.#source = source
    this.#order = new BlockOrder(sequence)
    this.#position = position
    this.#driftSince = position
    this.#follows = follows
    this.#timeline = timeline
  }

  /** Length of the file so far, in frames. */
  get position(): number {
    return this.#position
  }

  /** The lowest number of a block that is not in the file yet and was not dropped either. */
  get nextSequence(): number {
    return this.#held[0]?.block.sequence ?? this.#order.next
  }

  /** One more than the highest number that came. */
  get receivedUpTo(): number {
    return this.#order.receivedUpTo
  }

  add(block: SoundBlock): Placement {
    for (const next of this.#order.add(block)) this.#take(next)
    return this.#give()
  }

  /** Places what is kept back, and makes the file at least `length` frames long. */
  finish(length = 0): Placement {
    for (const block of this.#order.finish()) this.#take(block)
    this.#release()
    if (length > this.#position) this.#addSilence(length - this.#position, 'end')
    this.#noteDrift()
    return this.#give()
  }

  #take(whole: SoundBlock): void {
    const kept = this.#timeline.keptPart(whole.atMs, whole.samples.length)
    const expected = this.#follows ? whole.firstFrame : whole.run === this.#run ? this.#expected : null
    const lost = expected === null ? null : whole.firstFrame - expected
    // A counter that jumps further than the clock began anew without saying so.
    const isSameRun = lost !== null && Math.abs(lost) <= this.#mostLost(whole)
    this.#run = whole.run
    this.#expected = whole.firstFrame + whole.samples.length
    if (kept === null) return
    const block = cut(whole, kept.from, kept.to)
    if (this.#follows) this.#stretch = kept.stretch
    this.#follows = false
    const isNewStretch = !isSameRun || kept.stretch !== this.#stretch
    if (isNewStretch) this.#startRun(kept.stretch)
    // Frames that the sender counts twice are in the file already.
    const repeated = isNewStretch ? 0 : Math.max(0, -(lost ?? 0))
    if (repeated >= block.samples.length) return
    const fresh = repeated === 0 ? block : cut(block, repeated, block.samples.length)
    const missing = isNewStretch ? 0 : Math.max(0, lost ?? 0)
    if (this.#held.length > 0 || this.#isLate(fresh, missing)) this.#hold(fresh, missing)
    else this.#place(fresh, missing)
  }

  #mostLost(block: SoundBlock): number {
    return Math.max(0, this.#behind(block, this.#heldFrames())) + TOLERATED_JUMP
  }

  #heldFrames(): number {
    return this.#held.reduce((sum, one) => sum + one.lost + one.block.samples.length, 0)
  }

  #startRun(stretch: number): void {
    this.#release()
    this.#stretch = stretch
    this.#isStart = true
    this.#drift.reset()
  }

  #isLate(block: SoundBlock, lost: number): boolean {
    return this.#isStart || this.#behind(block, lost) > GAP_MS * FRAMES_PER_MS
  }

  /** How many frames the file is behind the clock where this block would go. */
  #behind(block: SoundBlock, before: number): number {
    return this.#timeline.frameAt(block.atMs) - this.#position - before
  }

  #hold(block: SoundBlock, lost: number): void {
    this.#held.push({ block, lost })
    const isOnTime = !this.#isStart && this.#behindHeld() <= GAP_MS * FRAMES_PER_MS
    const hasWaited = this.#waitedMs() >= (this.#isStart ? START_HOLD_MS : HOLD_MS)
    if (isOnTime || hasWaited || this.#heldFrames() > MOST_HELD_FRAMES) this.#release(hasWaited)
  }

  /** Blocks that are all late count at their own pace only: after a long delay many come at once. */
  #waitedMs(): number {
    let waited = 0
    for (const [index, { block }] of this.#held.entries()) {
      const before = this.#held[index - 1]?.block
      if (before === undefined) continue
      const most = (MOST_PACE * block.samples.length) / FRAMES_PER_MS
      waited += Math.max(0, Math.min(most, endOf(block) - endOf(before)))
    }
    return waited
  }

  /** The least that any block kept back is behind the clock: what it came late does not count. */
  #behindHeld(): number {
    let [before, least] = [0, Infinity]
    for (const { block, lost } of this.#held) {
      least = Math.min(least, this.#behind(block, before + lost))
      before += lost + block.samples.length
    }
    return least
  }

  /** `isGap`: it waited long enough for sound that is only late. */
  #release(isGap = false): void {
    if (this.#held.length > 0) {
      const behind = Math.round(this.#behindHeld())
      const isStart = this.#isStart
      if (isStart && behind > 0) this.#addSilence(behind, 'start')
      else if (isGap && behind > GAP_MS * FRAMES_PER_MS) this.#addSilence(behind, 'late')
      const held = isStart && behind < 0 ? this.#cutHeld(-behind) : this.#held
      this.#held = []
      this.#isStart = false
      for (const { block, lost } of held) this.#place(block, lost)
    }
  }

  /** A run that begins before the file's end: what is there already is left out. */
  #cutHeld(frames: number): Held[] {
    let left = frames
    const kept: Held[] = []
    for (const { block, lost } of this.#held) {
      const fromLost = Math.min(lost, left)
      const fromSound = Math.min(block.samples.length, left - fromLost)
      left -= fromLost + fromSound
      if (fromSound < block.samples.length) {
        kept.push({ block: cut(block, fromSound, block.samples.length), lost: lost - fromLost })
      }
    }
    this.#entries.push({ kind: 'overlap', source: this.#source, frame: this.#position, frames })
    return kept
  }

  #place(block: SoundBlock, lost: number): void {
    if (lost > 0) this.#addSilence(lost, 'lost')
    this.#drift.add(block.atMs, this.#behind(block, 0))
    const change = this.#drift.change(block.samples.length)
    const samples = stretchSamples(block.samples, change)
    this.#pieces.push({ kind: 'sound', samples })
    this.#position += samples.length
    if (change !== 0) {
      this.#drift.shift(change)
      this.#driftFrames += change
    }
    if (this.#position - this.#driftSince >= DRIFT_ENTRY_FRAMES) this.#noteDrift()
  }

  #addSilence(frames: number, reason: 'start' | 'late' | 'lost' | 'end'): void {
    this.#entries.push({ kind: 'gap', source: this.#source, frame: this.#position, frames, reason })
    this.#pieces.push({ kind: 'silence', frames })
    this.#position += frames
    if (reason === 'late') this.#drift.reset()
  }

  #noteDrift(): void {
    if (this.#driftFrames !== 0) {
      const [source, frame, frames] = [this.#source, this.#position, this.#driftFrames]
      this.#entries.push({ kind: 'drift', source, frame, frames })
    }
    this.#driftFrames = 0
    this.#driftSince = this.#position
  }

  #give(): Placement {
    const placement = { pieces: this.#pieces, entries: this.#entries }
    this.#pieces = []
    this.#entries = []
    return placement
  }
}

/** When the last sample was captured, which a sender may know only by when the block was ready. */
function endOf({ atMs, samples }: SoundBlock): number {
  return atMs + samples.length / FRAMES_PER_MS
}

function cut(block: SoundBlock, from: number, to: number): SoundBlock {
  if (from === 0 && to === block.samples.length) return block
  return {
    ...block,
    firstFrame: block.firstFrame + from,
    atMs: block.atMs + from / FRAMES_PER_MS,
    samples: block.samples.subarray(from, to),
  }
}
