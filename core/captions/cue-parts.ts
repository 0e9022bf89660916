import type { Mark, Paragraph, Transcript } from '../transcript/transcript.ts'
import type { CaptionNames } from './caption-names.ts'
import { makeCuesFrom, type Cue } from './cues.ts'
import type { CaptionRules } from './rules.ts'

/**
 * Longer than the pause that always begins a new cue by enough that neither lingering, nor the shortest duration, nor
 * a moved start reaches across it: the cues on both sides are independent.
 */
const APART_MS = 1_500

export interface CuePart {
  readonly paragraphs: readonly Paragraph[]
  /** The marks on its words. */
  readonly marks: readonly Mark[]
  readonly cues: readonly Cue[]
  readonly speakerBefore: string | null | undefined
  readonly lastSpeaker: string | null | undefined
}

interface Whole {
  readonly durationMs: number
  readonly language: string
  readonly names?: CaptionNames
}

/**
 * The captions of a transcript, equal to those of `makeCues`, computed in parts: a part whose paragraphs and marks
 * are the same objects as before is reused. Three hours take half a second in full; a corrected word some ms.
 */
export class CueParts {
  #rules: CaptionRules | null = null
  #durationMs = 0
  #language = ''
  #names: CaptionNames = 'never'
  #speakers: Transcript['speakers'] = []
  #known = new Map<string, CuePart>()

  /**
   * Computes what has changed; yields after each part so that the caller can let other work run. The return value is
   * all cues.
   */
  update(
    transcript: Pick<Transcript, 'paragraphs' | 'speakers' | 'marks'>,
    rules: CaptionRules,
    whole: Whole,
  ): Generator<undefined, Cue[]> {
    const { names = 'never' } = whole
    if (
      rules !== this.#rules ||
      whole.durationMs !== this.#durationMs ||
      whole.language !== this.#language ||
      names !== this.#names ||
      (names !== 'never' && transcript.speakers !== this.#speakers)
    ) {
      this.#known.clear()
    }
    this.#rules = rules
    this.#durationMs = whole.durationMs
    this.#language = whole.language
    this.#names = names
    this.#speakers = transcript.speakers
    return this.#make(transcript, rules, whole)
  }

  *#make(
    transcript: Pick<Transcript, 'paragraphs' | 'speakers' | 'marks'>,
    rules: CaptionRules,
    whole: Whole,
  ): Generator<undefined, Cue[]> {
    const known = this.#known
    const next = new Map<string, CuePart>()
    let speakerBefore: string | null | undefined
    for (const { paragraphs, marks } of apart(transcript.paragraphs, transcript.marks, rules)) {
      const key = paragraphs[0]?.id ?? ''
      const before = known.get(key)
      const isAsBefore = this.#names === 'never' || before?.speakerBefore === speakerBefore
      if (
        before !== undefined &&
        isAsBefore &&
        isSame(before.paragraphs, paragraphs) &&
        isSame(before.marks, marks)
      ) {
        next.set(key, before)
        speakerBefore = before.lastSpeaker
        continue
      }
      const part = { ...transcript, paragraphs: [...paragraphs], marks }
      const from = speakerBefore === undefined ? whole : { ...whole, speakerBefore }
      const made = { paragraphs, marks, speakerBefore, ...makeCuesFrom(part, rules, from) }
      speakerBefore = made.lastSpeaker
      next.set(key, made)
      // Kept even if the caller stops here, so that the next update can reuse it.
      known.set(key, made)
      yield
    }
    this.#known = next
    return numbered([...next.values()])
  }
}

function isSame<Item>(before: readonly Item[], after: readonly Item[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index])
}

function numbered(parts: readonly CuePart[]): Cue[] {
  const cues: Cue[] = []
  for (const part of parts) {
    for (const cue of part.cues) {
      // A cue whose index is unchanged stays the same object, so that a list redraws only what is new.
      cues.push(cue.index === cues.length ? cue : { ...cue, index: cues.length })
    }
  }
  return cues
}

interface Group {
  /** In reading order. */
  readonly paragraphs: readonly Paragraph[]
  readonly marks: readonly Mark[]
}

/** Groups paragraphs separated by long pauses, each with its marks; groups connected by a mark are merged. */
function apart(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  rules: CaptionRules,
): readonly Group[] {
  const spoken = paragraphs
    .map((paragraph, place) => ({ paragraph, place, ...spanOf(paragraph) }))
    .filter(({ paragraph }) => paragraph.words.length > 0)
    .sort((a, b) => a.startMs - b.startMs)
  const groups: number[][] = []
  let untilMs = -Infinity
  for (const { place, startMs, endMs } of spoken) {
    const group = groups.at(-1)
    if (group === undefined || startMs - untilMs > rules.pauseMs + APART_MS) groups.push([place])
    else group.push(place)
    untilMs = Math.max(untilMs, endMs)
  }
  const spans = marks.length === 0 ? [] : placesOfMarks(paragraphs, marks)
  return joinGroups(groups, spans).map((group) => {
    const places = group.toSorted((a, b) => a - b)
    const its = new Set(places)
    return {
      paragraphs: places.flatMap((place) => paragraphs[place] ?? []),
      marks: spans.filter(({ from }) => its.has(from)).map(({ mark }) => mark),
    }
  })
}

/** The first and last paragraph that a mark covers, in reading order. */
interface MarkSpan {
  readonly mark: Mark
  readonly from: number
  readonly to: number
}

/** A mark whose words are gone has no effect and is left out. */
function placesOfMarks(paragraphs: readonly Paragraph[], marks: readonly Mark[]): MarkSpan[] {
  const ends = new Set(marks.flatMap(({ fromWordId, toWordId }) => [fromWordId, toWordId]))
  const placeOf = new Map<string, number>()
  for (const [place, { words }] of paragraphs.entries()) {
    for (const { id } of words) if (ends.has(id)) placeOf.set(id, place)
  }
  return marks.flatMap((mark) => {
    const [a, b] = [placeOf.get(mark.fromWordId), placeOf.get(mark.toWordId)]
    return a === undefined || b === undefined ? [] : [{ mark, from: Math.min(a, b), to: Math.max(a, b) }]
  })
}

/** Merges groups that share a mark, including those between them in time. */
function joinGroups(groups: readonly number[][], spans: readonly MarkSpan[]): readonly number[][] {
  const wide = spans.filter(({ from, to }) => from !== to)
  if (wide.length === 0) return groups
  const groupOf = new Map(groups.flatMap((group, index) => group.map((place) => [place, index] as const)))
  /** For each group, the index of the last group to merge it with. */
  const until = groups.map((_, index) => index)
  for (const { from, to } of wide) {
    let [first, last] = [Infinity, -1]
    for (let place = from; place <= to; place += 1) {
      const group = groupOf.get(place)
      if (group === undefined) continue
      first = Math.min(first, group)
      last = Math.max(last, group)
    }
    if (last > (until[first] ?? Infinity)) until[first] = last
  }
  const joined: number[][] = []
  let reach = -1
  for (const [index, group] of groups.entries()) {
    const before = joined.at(-1)
    if (before !== undefined && index <= reach) before.push(...group)
    else joined.push([...group])
    reach = Math.max(reach, until[index] ?? index)
  }
  return joined
}

/** Words of a paragraph in an imported file may be out of order. */
function spanOf({ words }: Paragraph): { startMs: number; endMs: number } {
  let startMs = Infinity
  let endMs = -Infinity
  for (const word of words) {
    startMs = Math.min(startMs, word.startMs)
    endMs = Math.max(endMs, word.startMs, word.endMs)
  }
  return { startMs, endMs }
}
