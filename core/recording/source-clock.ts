import { ArrivalLine } from './arrival-line.ts'
import { FRAMES_PER_MS, type Piece, type SoundBlock } from './block.ts'
import { BlockOrder } from './block-order.ts'
import type { ClockEntry } from './journal-entry.ts'
import type { Timeline } from './timeline.ts'

/** Sound later than the source's line by more than this follows a gap; less is delay. In ms. */
export const GAP_MS = 100
/** Late sound is held this long, until it is known whether it was only delayed: ms on the blocks' clock. */
export const HOLD_MS = 700
/**
 * At the start of a run all sound is held this long, to measure its delay; it is lost if the process is
 * killed.
 */
export const START_HOLD_MS = 200
/** A block counts as waiting for its own length, with a margin for uneven ones. */
const MAX_PACE = 1.5
/** No more is held, in frames. */
const MAX_HELD_FRAMES = 60_000 * FRAMES_PER_MS
/** A sender's frame count may be ahead of the clock by this much, in ms. */
const TOLERATED_JUMP_MS = 1_000
/** Capture times are written to the journal once per this much sound, in frames. */
const TIME_ENTRY_FRAMES = 10_000 * FRAMES_PER_MS

export interface Placement {
  /** To be appended to the source's file, in this order. */
  readonly pieces: readonly Piece[]
  readonly entries: readonly ClockEntry[]
}

/** Where a source's file is continued. */
export interface ClockStart {
  /** Length of the file, in frames. */
  readonly position: number
  /** Number of the next block. */
  readonly sequence: number
  /** The next block begins exactly at the end of the file. */
  readonly follows: boolean
  /** When the file's last sample was captured, in frames on the recording's clock. */
  readonly endFrame: number
  /** Number of runs in the file. */
  readonly runs: number
}

const AT_START: ClockStart = { position: 0, sequence: 0, follows: false, endFrame: 0, runs: 0 }

interface Held {
  readonly block: SoundBlock
  /** Frames known to be missing immediately before it. */
  readonly lost: number
}

/** The least delayed block since the last time entry. */
interface TimedFrame {
  readonly frame: number
  /** On the recording's clock. */
  readonly atMs: number
  readonly delayMs: number
}

/**
 * Decides where the blocks of one source are placed in its file: one after the other, sample for sample as
 * delivered by the device. Duplicates are dropped; missing sound becomes silence, by the sender's frame count
 * or if blocks arrive later than the source's own line. Deviations from a device's nominal rate are not
 * corrected here: the journal has times by which sources are aligned when the recording ends
 * (`align-sources.ts`).
 */
export class SourceClock {
  readonly #source: number
  readonly #timeline: Timeline
  readonly #order: BlockOrder
  #line = new ArrivalLine()
  #position: number
  /** The next block begins at the end of the file, whatever its run. */
  #follows: boolean
  /** First frame of the run's next block if nothing is missing; null before the first run. */
  #expected: number | null = null
  #run = -1
  /** Number of the run in the journal. */
  #runs: number
  /** End of the last run's sound, by its line, in frames on the recording's clock. */
  #endFrame: number
  #held: Held[] = []
  #isStart = false
  /** Missing frames of the run before the next block. */
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

  /** The lowest number of a block that is neither in the file nor dropped. */
  get nextSequence(): number {
    return this.#held[0]?.block.sequence ?? this.#order.next
  }

  /** One more than the highest number received. */
  get receivedUpTo(): number {
    return this.#order.receivedUpTo
  }

  add(block: SoundBlock): Placement {
    for (const next of this.#order.add(block)) this.#take(next)
    return this.#give()
  }

  /** Places everything that is held. */
  finish(): Placement {
    for (const block of this.#order.finish()) this.#take(block)
    this.#release()
    this.#noteTime()
    return this.#give()
  }

  #take(whole: SoundBlock): void {
    if (this.#follows) this.#follow(whole)
    const lost = whole.run === this.#run && this.#expected !== null ? whole.firstFrame - this.#expected : null
    // A counter that jumps further than the clock was restarted without notice.
    const isSameRun = lost !== null && Math.abs(lost) <= this.#mostLost(whole)
    if (!isSameRun) this.#startRun()
    this.#run = whole.run
    this.#expected = whole.firstFrame + whole.samples.length
    // Frames counted twice by the sender are already in the file.
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

  /** The first block that a sender resends to another writer. */
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

  /** How many of the frames missing before this time are outside of pauses. */
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
    if (isOnTime || hasWaited || frames > MAX_HELD_FRAMES) this.#release(hasWaited)
  }

  /** Blocks that are all late count only at their own pace: after a long delay many arrive at once. */
  #waitedMs(): number {
    let waited = 0
    for (const [index, { block }] of this.#held.entries()) {
      const before = this.#held[index - 1]?.block
      if (before === undefined) continue
      const most = (MAX_PACE * block.samples.length) / FRAMES_PER_MS
      waited += Math.max(0, Math.min(most, endOf(block) - endOf(before)))
    }
    return waited
  }

  /** The minimum delay of all held blocks: a single block's own delay does not count. */
  #heldLateMs(): number {
    return Math.min(...this.#held.map(({ block }) => this.#lateMs(block)))
  }

  /** `isGap`: it has waited long enough for sound that is only delayed. */
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

  /** Silence since the last run's end on that run's own line, or since the recording's start. */
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

/** Capture time of the last sample, which a sender may know only from when the block was ready. */
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
