import { ArrivalLine } from './arrival-line.ts'
import { FRAMES_PER_MS, type Piece, type SoundBlock } from './block.ts'
import { BlockOrder } from './block-order.ts'
import type { ClockEntry } from './journal-entry.ts'
import type { Timeline } from './timeline.ts'

/** Sound that is later than the source's line by more than this has a gap before it; less is delay. In ms. */
export const GAP_MS = 100
/** Sound that comes late is kept back this long, until it is known whether it was only late: ms of the blocks' clock. */
export const HOLD_MS = 700
/** At the start of a run all sound is kept back this long, to find out how late it comes: a kill loses it. */
export const START_HOLD_MS = 200
/** A block counts for its own length of waiting, with some spare for uneven ones. */
const MOST_PACE = 1.5
/** More is not kept back, in frames. */
const MOST_HELD_FRAMES = 60_000 * FRAMES_PER_MS
/** A sender's count of frames may go this much further than the clock, in ms. */
const TOLERATED_JUMP_MS = 1_000
/** When sound was captured is written to the journal once in so much sound, in frames. */
const TIME_ENTRY_FRAMES = 10_000 * FRAMES_PER_MS

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
  /** When the file's last sample was captured, in frames of the recording's clock. */
  readonly endFrame: number
  /** How many runs the file has. */
  readonly runs: number
}

const AT_START: ClockStart = { position: 0, sequence: 0, follows: false, endFrame: 0, runs: 0 }

interface Held {
  readonly block: SoundBlock
  /** Frames that are known to be missing right before it. */
  readonly lost: number
}

/** The least delayed block since the last entry about times. */
interface TimedFrame {
  readonly frame: number
  /** On the recording's clock. */
  readonly atMs: number
  readonly delayMs: number
}

/**
 * Decides where the blocks of one source go in its file: one after the other, sample for sample as the device delivered
 * them. Repeats are dropped; what is missing becomes silence, by the sender's count of frames or where blocks come later
 * than the source's own line. A device whose rate is not exactly the nominal one is left as it is: the journal has times
 * by which sources are aligned when the recording ends (`align-sources.ts`).
 */
export class SourceClock {
  readonly #source: number
  readonly #timeline: Timeline
  readonly #order: BlockOrder
  #line = new ArrivalLine()
  #position: number
  /** The next block begins where the file ends, whatever its run. */
  #follows: boolean
  /** Frame that the run's next block begins with, if nothing is missing; null before the first run. */
  #expected: number | null = null
  #run = -1
  /** Number of the run in the journal. */
  #runs: number
  /** When the last run's sound ended, by its line, in frames of the recording's clock. */
  #endFrame: number
  #held: Held[] = []
  #isStart = false
  /** Of the run, frames before the next block that are missing. */
  #missing = 0
  #timed: TimedFrame | null = null
  #timedSince: number
  #pieces: Piece[] = []
  #entries: ClockEntry[] = []

  constructor(source: number, timeline: Timeline, from: Partial<ClockStart> = {}) {
    const { position, sequence, follows, endFrame, runs } = { ...AT_START, ...from }
    this.#source = source
    this.#timeline = timeline
    this.#order = new BlockOrder(sequence)
    this.#position = position
    this.#timedSince = position
    this.#follows = follows
    this.#endFrame = endFrame
    this.#runs = runs - 1
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

  /** Places what is kept back. */
  finish(): Placement {
    for (const block of this.#order.finish()) this.#take(block)
    this.#release()
    this.#noteTime()
    return this.#give()
  }

  #take(whole: SoundBlock): void {
    if (this.#follows) this.#follow(whole)
    const lost = whole.run === this.#run && this.#expected !== null ? whole.firstFrame - this.#expected : null
    // A counter that jumps further than the clock began anew without saying so.
    const isSameRun = lost !== null && Math.abs(lost) <= this.#mostLost(whole)
    if (!isSameRun) this.#startRun()
    this.#run = whole.run
    this.#expected = whole.firstFrame + whole.samples.length
    // Frames that the sender counts twice are in the file already.
    const repeated = isSameRun ? Math.max(0, -lost) : 0
    if (repeated >= whole.samples.length) return
    const fresh = cut(whole, repeated, whole.samples.length)
    const capturedMs = this.#capturedMs(fresh)
    if (isSameRun && lost > 0) this.#missing += this.#keptOf(lost, capturedMs)
    const kept = this.#timeline.keptPart(capturedMs, fresh.samples.length)
    if (kept === null) return
    const block = cut(fresh, kept.from, kept.to)
    const missing = this.#missing
    this.#missing = 0
    if (this.#held.length > 0 || this.#isStart || this.#lateMs(block) > GAP_MS) this.#hold(block, missing)
    else this.#place(block, missing)
  }

  /** The first block that a sender gives again to another writer. */
  #follow({ run, firstFrame, atMs }: SoundBlock): void {
    this.#follows = false
    this.#run = run
    this.#runs = Math.max(0, this.#runs)
    this.#expected = firstFrame
    this.#line.add(firstFrame, atMs)
  }

  #mostLost({ atMs }: SoundBlock): number {
    const expectedMs = this.#line.isKnown ? this.#line.at(this.#expected ?? 0) : atMs
    return (Math.max(0, atMs - expectedMs) + TOLERATED_JUMP_MS) * FRAMES_PER_MS
  }

  /** Uneven arrivals must not decide what a pause cuts off; the line does, unless there may be a gap. */
  #capturedMs(block: SoundBlock): number {
    const isUncertain = this.#isStart || this.#held.length > 0 || !this.#line.isKnown
    return isUncertain || this.#lateMs(block) > GAP_MS ? block.atMs : this.#line.at(block.firstFrame)
  }

  /** How many of the frames that are missing before this time are in no pause. */
  #keptOf(lost: number, beforeMs: number): number {
    const fromFrame = Math.max(0, this.#timeline.frameAt(beforeMs - lost / FRAMES_PER_MS))
    return Math.max(0, Math.min(lost, Math.round(this.#timeline.frameAt(beforeMs) - fromFrame)))
  }

  #startRun(): void {
    this.#release()
    this.#noteTime()
    if (this.#line.isKnown && this.#expected !== null)
      this.#endFrame = this.#timeline.frameAt(this.#line.at(this.#expected))
    this.#line = new ArrivalLine()
    this.#isStart = true
    this.#missing = 0
    this.#runs += 1
  }

  #lateMs({ firstFrame, atMs }: SoundBlock): number {
    return atMs - this.#line.at(firstFrame)
  }

  #hold(block: SoundBlock, lost: number): void {
    this.#held.push({ block, lost })
    const isOnTime = !this.#isStart && this.#heldLateMs() <= GAP_MS
    const hasWaited = this.#waitedMs() >= (this.#isStart ? START_HOLD_MS : HOLD_MS)
    const frames = this.#held.reduce((sum, one) => sum + one.lost + one.block.samples.length, 0)
    if (isOnTime || hasWaited || frames > MOST_HELD_FRAMES) this.#release(hasWaited)
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

  /** The least that any block kept back is late: what it came late alone does not count. */
  #heldLateMs(): number {
    return Math.min(...this.#held.map(({ block }) => this.#lateMs(block)))
  }

  /** `isGap`: it waited long enough for sound that is only late. */
  #release(isGap = false): void {
    const [first] = this.#held
    if (first === undefined) return
    if (this.#isStart) this.#beginRun(first.block)
    else {
      const lateMs = this.#heldLateMs()
      if (isGap && lateMs > GAP_MS) {
        this.#addSilence(Math.round(lateMs * FRAMES_PER_MS), 'late')
        this.#line.shift(lateMs)
      }
    }
    const held = this.#held
    this.#held = []
    for (const { block, lost } of held) this.#place(block, lost)
  }

  /** Silence since the last run's end by that run's own line, or since the recording's start. */
  #beginRun({ firstFrame }: SoundBlock): void {
    this.#isStart = false
    for (const { block } of this.#held) this.#line.add(block.firstFrame, block.atMs)
    const startFrame = this.#timeline.frameAt(this.#line.at(firstFrame))
    const silence = Math.round(startFrame - this.#endFrame)
    if (silence > 0) this.#addSilence(silence, 'start')
    this.#timed = { frame: this.#position, atMs: startFrame / FRAMES_PER_MS, delayMs: 0 }
    this.#noteTime()
  }

  #place(block: SoundBlock, lost: number): void {
    if (lost > 0) this.#addSilence(lost, 'lost')
    this.#line.add(block.firstFrame, block.atMs)
    const atMs = this.#timeline.frameAt(block.atMs) / FRAMES_PER_MS
    const delayMs = atMs - this.#position / FRAMES_PER_MS
    if (this.#timed === null || delayMs < this.#timed.delayMs)
      this.#timed = { frame: this.#position, atMs, delayMs }
    this.#pieces.push({ kind: 'sound', samples: block.samples })
    this.#position += block.samples.length
    if (this.#position - this.#timedSince >= TIME_ENTRY_FRAMES) this.#noteTime()
  }

  #addSilence(frames: number, reason: 'start' | 'late' | 'lost'): void {
    this.#entries.push({ kind: 'gap', source: this.#source, frame: this.#position, frames, reason })
    this.#pieces.push({ kind: 'silence', frames })
    this.#position += frames
  }

  #noteTime(): void {
    this.#timedSince = this.#position
    if (this.#timed === null) return
    const { frame, atMs } = this.#timed
    this.#timed = null
    this.#entries.push({ kind: 'time', source: this.#source, run: this.#runs, frame, atMs })
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
