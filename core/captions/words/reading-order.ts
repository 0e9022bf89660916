import type { Atom } from './atoms.ts'

/** One paragraph's atoms before they are merged into the single order used for cues. */
export interface AtomParagraph {
  readonly speakerId: string | null
  readonly atoms: readonly Atom[]
}

/** An atom in the merged order. */
export interface PlacedAtom {
  readonly atom: Atom
  readonly speakerId: string | null
  /** Paragraphs that overlap in time have different voices, even with the same speaker. */
  readonly voice: number
  /** Index of its paragraph. */
  readonly paragraph: number
}

/** The last speaker of a cue of several speakers. */
export function lastSpeakerOf({ atom, speakerId }: PlacedAtom): string | null {
  const last = atom.fixed?.parts.at(-1)
  return last === undefined ? speakerId : last.speakerId
}

/**
 * Turns often begin before the previous one has ended; if the remainder of the previous turn is no longer than this
 * in time and text, it is finished first.
 */
const tailMs = 1_000
const tailCharacters = 42
/** Paragraphs of one speaker that overlap by no more than this are consecutive. */
const overlapMs = 300

interface QueuedParagraph {
  readonly paragraph: number
  readonly speakerId: string | null
  readonly atoms: readonly Atom[]
}

interface Lane {
  readonly voice: number
  /** Fixed cues have a separate lane, as they share no cue with anything. */
  readonly isFixed: boolean
  readonly speakerId: string | null
  readonly queue: QueuedParagraph[]
  lastStartMs: number
  /** Index of the paragraph in the queue, and of the next atom in that paragraph. */
  at: number
  next: number
}

/**
 * All atoms in one order: by time across voices, in reading order within a voice, and a turn's short remainder before
 * the turn that overlaps it.
 * @param paragraphs in order of start, none empty
 */
export function readingOrder(paragraphs: readonly AtomParagraph[]): PlacedAtom[] {
  const lanes = lanesOf(paragraphs)
  const placed: PlacedAtom[] = []
  let current: Lane | undefined
  for (;;) {
    const earliest = earliestLane(lanes)
    if (earliest === undefined) return placed
    const lane: Lane = current !== undefined && finishesFirst(current, earliest) ? current : earliest
    const entry = lane.queue[lane.at]
    const atom = entry?.atoms[lane.next]
    if (entry === undefined || atom === undefined) return placed
    placed.push({ atom, speakerId: entry.speakerId, voice: lane.voice, paragraph: entry.paragraph })
    advance(lane)
    current = lane
  }
}

function lanesOf(paragraphs: readonly AtomParagraph[]): Lane[] {
  const lanes: Lane[] = []
  for (const [paragraph, { speakerId, atoms }] of paragraphs.entries()) {
    const startMs = atoms[0]?.startMs ?? 0
    const isFixed = atoms[0]?.fixed !== undefined
    let lane = lanes.find((other) =>
      isFixed || other.isFixed
        ? isFixed === other.isFixed
        : other.speakerId === speakerId && startMs >= other.lastStartMs - overlapMs,
    )
    if (lane === undefined) {
      lane = { voice: lanes.length, isFixed, speakerId, queue: [], lastStartMs: 0, at: 0, next: 0 }
      lanes.push(lane)
    }
    lane.queue.push({ paragraph, speakerId, atoms })
    lane.lastStartMs = Math.max(lane.lastStartMs, atoms.at(-1)?.startMs ?? startMs)
  }
  return lanes
}

const head = (lane: Lane): Atom | undefined => lane.queue[lane.at]?.atoms[lane.next]

/** On a tie the paragraph that comes first wins, independent of what was said before. */
function earliestLane(lanes: readonly Lane[]): Lane | undefined {
  let earliest: Lane | undefined
  let startMs = Infinity
  let paragraph = Infinity
  for (const lane of lanes) {
    const atom = head(lane)
    if (atom === undefined) continue
    const own = lane.queue[lane.at]?.paragraph ?? Infinity
    if (atom.startMs < startMs || (atom.startMs === startMs && own < paragraph)) {
      earliest = lane
      startMs = atom.startMs
      paragraph = own
    }
  }
  return earliest
}

function advance(lane: Lane): void {
  lane.next++
  if (lane.next < (lane.queue[lane.at]?.atoms.length ?? 0)) return
  lane.at++
  lane.next = 0
}

/** Whether `current` is in the short remainder of a paragraph that `other` has just begun to overlap. */
function finishesFirst(current: Lane, other: Lane): boolean {
  if (current === other || current.next === 0 || other.next !== 0) return false
  const otherStartMs = head(other)?.startMs ?? 0
  const atoms = current.queue[current.at]?.atoms ?? []
  let characters = 0
  for (let index = current.next; index < atoms.length; index++) {
    const atom = atoms[index]
    if (atom === undefined) break
    characters += atom.joiner.length + atom.text.length
    if (characters > tailCharacters || atom.startMs > otherStartMs + tailMs) return false
  }
  return true
}
