import { captionsEndMs } from '../../transcript/caption-timing.ts'
import type { Mark } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from '../edits/cue-context.ts'
import { sharesWord, wholeRange } from '../edits/cue-range.ts'
import { editableText, shownRedactions } from '../edits/editable-text.ts'
import type { PlaceRange, WordOrder } from '../edits/word-order.ts'
import { type CueChange, hasSameLines, isUnchanged } from './cue-changes.ts'
import { linePlaces } from './line-places.ts'
import type { PinnedCue } from './pinned-cues.ts'
import { wordedParts } from './worded-parts.ts'

/** How a cue is kept: by the rules, with its times, with times and lines, or as it was before the fix. */
type Level = 'free' | 'times' | 'lines' | 'left'

/** Which cues are kept by marks for a fix, and how strictly. */
export class CuePins {
  readonly #context: CueContext
  readonly #order: WordOrder
  readonly #changes: readonly CueChange[]
  readonly #levels: Level[]
  readonly #pins: (readonly PinnedCue[] | null)[]
  /** The only marks that affect which words a cue has. */
  readonly #wordings: readonly Mark[]
  readonly #shownAs: ReadonlyMap<string, string>

  constructor(context: CueContext, order: WordOrder, changes: readonly CueChange[]) {
    this.#context = context
    this.#order = order
    this.#changes = changes
    this.#levels = changes.map(() => 'free')
    this.#pins = changes.map(() => [])
    this.#wordings = context.transcript.marks.filter(({ kind }) => kind === 'wording')
    this.#shownAs = shownRedactions(context.transcript)
    for (const [index, change] of changes.entries()) {
      if (isUnchanged(change) || this.#levels[index] !== 'free') continue
      const [only, ...others] = change.after
      const hasOwnLines = others.length > 0 || only === undefined || !hasSameLines(change.before, only)
      this.#set(index, hasOwnLines ? 'lines' : 'times')
    }
  }

  pinned(): PinnedCue[] {
    return this.#pins.flatMap((pins) => pins ?? [])
  }

  /** The wanted replacement of each cue, as far as marks can express it. */
  wanted(): CueChange[] {
    return this.#changes.map((change, index) =>
      this.#levels[index] === 'left' ? { before: change.before, after: [change.before] } : change,
    )
  }

  /** Whether marks can express nothing more about a cue's lines: dashes and names are not words. */
  hasGivenLines(index: number): boolean {
    return this.#levels[index] === 'lines' || this.#levels[index] === 'left'
  }

  /** Keeps a cue more strictly; false if that is not possible. */
  tryMore(index: number): boolean {
    const level = this.#levels[index]
    if (level === 'left' || level === undefined) return false
    this.#set(index, level === 'free' ? 'times' : level === 'times' ? 'lines' : 'left')
    return true
  }

  #set(index: number, level: Level): void {
    const pins = this.#pinsFor(index, level)
    this.#levels[index] = pins === null ? 'left' : level
    this.#pins[index] = pins
    if (this.#levels[index] === 'left') this.#leaveNeighbors(index)
  }

  /** Reverts time that a neighbor gave or took. */
  #leaveNeighbors(index: number): void {
    const own = this.#changes[index]?.before
    if (own === undefined) return
    const isIn = (at: number): boolean => {
      const change = this.#changes[at]
      if (change === undefined || this.#levels[at] === 'left' || isUnchanged(change)) return false
      const { before, after } = change
      return at < index
        ? (after.at(-1)?.endMs ?? 0) > Math.max(own.startMs, before.endMs)
        : (after[0]?.startMs ?? Infinity) < Math.min(own.endMs, before.startMs)
    }
    for (const at of [index - 1, index + 1]) if (isIn(at)) this.#set(at, 'left')
  }

  /** Null if marks cannot express it; empty for a cue that the rules make. */
  #pinsFor(index: number, level: Level): PinnedCue[] | null {
    const change = this.#changes[index]
    if (change === undefined || level === 'free' || level === 'left') return []
    const range = this.#rangeOf(change.before)
    const [only] = change.after
    if (range === null || only === undefined || !this.#isInRecording(change.after)) return null
    if (level === 'lines') return this.#parts(change, range)
    return [{ ...range, startMs: only.startMs, endMs: only.endMs }]
  }

  #rangeOf(cue: Cue): PlaceRange | null {
    const { cues } = this.#context
    if (sharesWord(cues[cue.index - 1], cue) || sharesWord(cue, cues[cue.index + 1])) return null
    return wholeRange(this.#order, { marks: this.#wordings }, cues, cue)
  }

  /** Marks may not extend beyond the end of the recording. */
  #isInRecording(cues: readonly Cue[]): boolean {
    const { durationMs, transcript } = this.#context
    const lastMs = captionsEndMs(durationMs, transcript.captionTiming)
    return durationMs <= 0 || cues.every(({ endMs }) => endMs <= lastMs)
  }

  #parts({ before, after }: CueChange, range: PlaceRange): PinnedCue[] | null {
    const { transcript, cues } = this.#context
    const shown = { paragraphs: transcript.paragraphs, marks: this.#wordings }
    const editable = editableText(before, shown, cues, this.#order, this.#shownAs)
    if (editable.wording !== undefined) return wordedParts(before, editable.text, range, after)
    const places = linePlaces(before, editable, after)
    if (places === null) return null
    return after.map(({ startMs, endMs }, index) => ({
      from: index === 0 ? range.from : (places[index]?.from ?? range.from),
      to: (places[index + 1]?.from ?? range.to + 1) - 1,
      startMs,
      endMs,
      lineStarts: places[index]?.lineStarts ?? [],
    }))
  }
}
