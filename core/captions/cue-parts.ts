import type { Mark, Paragraph, Transcript } from '../transcript/transcript.ts'
import type { CaptionNames } from './caption-names.ts'
import { makeCuesFrom, type Cue } from './cues.ts'
import type { CaptionRules } from './rules.ts'

/**
 * So much longer than the pause that always begins a new cue that neither lingering, nor the shortest duration, nor a
 * start that was moved reaches over it: what stands before and after have nothing to do with one another.
 */
const APART_MS = 1_500

export interface CuePart {
  readonly paragraphs: readonly Paragraph[]
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
 * The captions of a transcript as `makeCues` gives them, made in parts: a part whose paragraphs are the
 * same objects as before is not made again. Three hours take half a second whole; a corrected word some ms.
 */
export class CueParts {
  #rules: CaptionRules | null = null
  #marks: readonly Mark[] | null = null
  #durationMs = 0
  #language = ''
  #names: CaptionNames = 'never'
  #speakers: Transcript['speakers'] = []
  #known = new Map<string, CuePart>()

  /**
   * Makes what has changed; stops after each part, so that the caller may let others go first. The value at the end
   * is all cues.
   */
  update(
    transcript: Pick<Transcript, 'paragraphs' | 'speakers' | 'marks'>,
    rules: CaptionRules,
    whole: Whole,
  ): Generator<undefined, Cue[]> {
    const { names = 'never' } = whole
    if (
      rules !== this.#rules ||
      transcript.marks !== this.#marks ||
      whole.durationMs !== this.#durationMs ||
      whole.language !== this.#language ||
      names !== this.#names ||
      (names !== 'never' && transcript.speakers !== this.#speakers)
    ) {
      this.#known.clear()
    }
    this.#rules = rules
    this.#marks = transcript.marks
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
    for (const paragraphs of apart(transcript.paragraphs, transcript.marks, rules)) {
      const key = paragraphs[0]?.id ?? ''
      const before = known.get(key)
      const isAsBefore = this.#names === 'never' || before?.speakerBefore === speakerBefore
      if (before !== undefined && isAsBefore && isSame(before.paragraphs, paragraphs)) {
        next.set(key, before)
        speakerBefore = before.lastSpeaker
        continue
      }
      const part = { ...transcript, paragraphs: [...paragraphs] }
      const from = speakerBefore === undefined ? whole : { ...whole, speakerBefore }
      const made = { paragraphs, speakerBefore, ...makeCuesFrom(part, rules, from) }
      speakerBefore = made.lastSpeaker
      next.set(key, made)
      // Who stops here and asks again has it already.
      known.set(key, made)
      yield
    }
    this.#known = next
    return numbered([...next.values()])
  }
}

function isSame(before: readonly Paragraph[], after: readonly Paragraph[]): boolean {
  return before.length === after.length && before.every((paragraph, index) => paragraph === after[index])
}

function numbered(parts: readonly CuePart[]): Cue[] {
  const cues: Cue[] = []
  for (const part of parts) {
    for (const cue of part.cues) {
      // The object stays the same where its number does, so that a list draws only what is new.
      cues.push(cue.index === cues.length ? cue : { ...cue, index: cues.length })
    }
  }
  return cues
}

/** Paragraphs in groups with long pauses between them; one group where a mark reaches from one into another. */
function apart(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  rules: CaptionRules,
): (readonly Paragraph[])[] {
  const spoken = paragraphs
    .filter(({ words }) => words.length > 0)
    .map((paragraph) => ({ paragraph, ...spanOf(paragraph) }))
    .sort((a, b) => a.startMs - b.startMs)
  const groups: Paragraph[][] = []
  let untilMs = -Infinity
  for (const { paragraph, startMs, endMs } of spoken) {
    const group = groups.at(-1)
    if (group === undefined || startMs - untilMs > rules.pauseMs + APART_MS) groups.push([paragraph])
    else group.push(paragraph)
    untilMs = Math.max(untilMs, endMs)
  }
  return reachOver(groups, marks) ? [paragraphs] : groups
}

/** Words of one paragraph may lie out of order where a file says so. */
function spanOf({ words }: Paragraph): { startMs: number; endMs: number } {
  let startMs = Infinity
  let endMs = -Infinity
  for (const word of words) {
    startMs = Math.min(startMs, word.startMs)
    endMs = Math.max(endMs, word.startMs, word.endMs)
  }
  return { startMs, endMs }
}

function reachOver(groups: readonly (readonly Paragraph[])[], marks: readonly Mark[]): boolean {
  const wide = marks.filter(({ fromWordId, toWordId }) => fromWordId !== toWordId)
  if (wide.length === 0) return false
  const groupOf = new Map<string, number>()
  for (const [index, group] of groups.entries()) {
    for (const { words } of group) for (const { id } of words) groupOf.set(id, index)
  }
  return wide.some(({ fromWordId, toWordId }) => groupOf.get(fromWordId) !== groupOf.get(toWordId))
}
