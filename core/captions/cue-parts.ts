import type { TimeSpan } from '../transcript/time-span.ts'
import type { Mark, Paragraph, Transcript } from '../transcript/transcript.ts'
import { type Captioned, captionedText, withinPart } from './captioned-text.ts'
import type { CaptionNames } from './caption-names.ts'
import type { CaptionedTranscript } from './cutting/text-costs.ts'
import type { CueOptions } from './cue-options.ts'
import { groupsApart } from './cutting/cue-groups.ts'
import { type UpdatableCues, updateCues } from './update-cues.ts'
import type { Cue } from './cue.ts'
import { MarkIndex, type ParagraphMarks } from './marks/mark-index.ts'
import { hasSameMarks, marksOn } from './marks/mark-reaches.ts'
import type { CaptionRules } from './caption-rules.ts'
import { rulesWithoutShots } from './shots/rules-with-shots.ts'

export interface CuePart {
  readonly paragraphs: readonly Paragraph[]
  readonly paragraphMarks: readonly ParagraphMarks[]
  readonly cues: readonly Cue[]
  readonly speakerBefore: string | null | undefined
  readonly lastSpeaker: string | null | undefined
  /** Null for a part that is as fast to compute without it. */
  readonly work: UpdatableCues | null
  /** Its cues as numbered in the whole. */
  numbered: readonly Cue[]
}

/** In words: from this length on the intermediate results are kept with the cues. */
const LONG_PART = 400

type Whole = Pick<CueOptions, 'durationMs' | 'language' | 'names' | 'part'>

/**
 * The captions of a transcript, equal to those of `makeCues`, computed in parts: a part whose paragraphs and
 * marks are the same objects as before is reused. Three hours take half a second in full; a corrected word a
 * few ms.
 */
export class CueParts {
  #rules: CaptionRules | null = null
  #durationMs = 0
  #language = ''
  #part: TimeSpan | undefined
  #names: CaptionNames = 'never'
  #speakers: Transcript['speakers'] = []
  #fillers: Transcript['fillers']
  #numbers: Transcript['numbers']
  #known = new Map<string, CuePart>()
  readonly #index = new MarkIndex()

  /**
   * Computes what has changed; yields after each part so that the caller can run other work. Returns all
   * cues.
   */
  update(
    transcript: CaptionedTranscript & Pick<Transcript, 'paragraphs'>,
    given: CaptionRules,
    whole: Whole,
  ): Generator<undefined, Cue[]> {
    const rules = rulesWithoutShots(given)
    const { names = 'never' } = whole
    const marks = withoutTranslations(transcript.marks)
    const shown = captionedText({ ...transcript, marks }, whole, rules)
    const { speakers } = shown.text
    if (
      rules !== this.#rules ||
      whole.durationMs !== this.#durationMs ||
      whole.language !== this.#language ||
      !isSamePart(whole.part, this.#part) ||
      names !== this.#names ||
      transcript.fillers !== this.#fillers ||
      transcript.numbers !== this.#numbers ||
      (speakers !== this.#speakers && hasNames(names, transcript.marks))
    ) {
      this.#known.clear()
    }
    this.#rules = rules
    this.#durationMs = whole.durationMs
    this.#language = whole.language
    this.#part = whole.part
    this.#names = names
    this.#speakers = speakers
    this.#fillers = transcript.fillers
    this.#numbers = transcript.numbers
    return this.#make(shown, rules, withinPart(whole))
  }

  /** Reuses the same parts, to compute the captions of a possible change separately. */
  copy(): CueParts {
    const copy = new CueParts()
    copy.#rules = this.#rules
    copy.#durationMs = this.#durationMs
    copy.#language = this.#language
    copy.#part = this.#part
    copy.#names = this.#names
    copy.#speakers = this.#speakers
    copy.#fillers = this.#fillers
    copy.#numbers = this.#numbers
    copy.#known = new Map(this.#known)
    return copy
  }

  *#make(
    { text: transcript, shownCues }: Captioned,
    rules: CaptionRules,
    whole: Whole,
  ): Generator<undefined, Cue[]> {
    const known = this.#known
    const next = new Map<string, CuePart>()
    const marked: MarkedParagraphs = {
      paragraphs: transcript.paragraphs,
      marks: this.#index.of(transcript.paragraphs, transcript.marks),
    }
    const { groups, wide } = groupsApart(marked.paragraphs, marked.marks, rules)
    let speakerBefore: string | null | undefined
    for (const places of groups) {
      const key = marked.paragraphs[places[0] ?? 0]?.id ?? ''
      const before = known.get(key)
      const isAsBefore = this.#names === 'never' || before?.speakerBefore === speakerBefore
      if (before !== undefined && isAsBefore && isSame(before, marked, places)) {
        next.set(key, before)
        speakerBefore = before.lastSpeaker
        continue
      }
      // A part that is the whole text uses the lists of all: copying thousands takes a millisecond.
      const isWhole = places.length === transcript.paragraphs.length
      const paragraphs = isWhole
        ? marked.paragraphs
        : places.flatMap((place) => marked.paragraphs[place] ?? [])
      const paragraphMarks = isWhole ? marked.marks : places.flatMap((place) => marked.marks[place] ?? [])
      const own = isWhole ? transcript.marks : marksOn(paragraphMarks, transcript.marks, wide)
      const part = { ...transcript, paragraphs, marks: own }
      const from = speakerBefore === undefined ? whole : { ...whole, speakerBefore }
      const isLong = paragraphs.reduce((sum, { words }) => sum + words.length, 0) >= LONG_PART
      const work = updateCues(
        part,
        rules,
        from,
        isLong ? paragraphMarks : undefined,
        before?.work ?? undefined,
      )
      const made = {
        paragraphs,
        paragraphMarks,
        speakerBefore,
        cues: work.cues,
        lastSpeaker: work.lastSpeaker,
        work: isLong ? work : null,
        numbered: before === undefined ? work.cues : numberedAs(before, work.cues),
      }
      speakerBefore = made.lastSpeaker
      next.set(key, made)
      // Kept even if the caller stops here, so that the next update can reuse it.
      known.set(key, made)
      yield
    }
    this.#known = next
    return shownCues(numbered([...next.values()]))
  }
}

const isSamePart = (a: TimeSpan | undefined, b: TimeSpan | undefined): boolean =>
  a?.startMs === b?.startMs && a?.endMs === b?.endMs

/** Translations do not affect these captions, so typing in one leaves all parts unchanged. */
function withoutTranslations(marks: readonly Mark[]): readonly Mark[] {
  return marks.some(({ kind }) => kind === 'translation')
    ? marks.filter(({ kind }) => kind !== 'translation')
    : marks
}

/** A mark may show a name even if the option shows none. */
function hasNames(names: CaptionNames, marks: readonly Mark[]): boolean {
  return names !== 'never' || marks.some(({ kind }) => kind === 'speaker-name')
}

/** Paragraphs of a transcript, each with its marks. */
interface MarkedParagraphs {
  readonly paragraphs: readonly Paragraph[]
  readonly marks: readonly ParagraphMarks[]
}

/**
 * Whether the paragraphs at these places, and their marks, are those of a part; they never change in place.
 */
function isSame(part: CuePart, { paragraphs, marks }: MarkedParagraphs, places: readonly number[]): boolean {
  if (part.paragraphs.length !== places.length) return false
  for (const [index, place] of places.entries()) {
    if (part.paragraphs[index] !== paragraphs[place]) return false
    const [before, now] = [part.paragraphMarks[index], marks[place]]
    if (before === undefined || now === undefined || !hasSameMarks(before, now)) return false
  }
  return true
}

/** The cues renumbered to follow the previous part; a cue whose number is unchanged stays the same object. */
function numberedAs(before: CuePart, cues: readonly Cue[]): readonly Cue[] {
  const from = before.numbered[0]?.index ?? 0
  if (from === 0) return cues
  return cues.map((cue, index) =>
    cue === before.cues[index] ? (before.numbered[index] ?? cue) : { ...cue, index: from + index },
  )
}

function numbered(parts: readonly CuePart[]): Cue[] {
  const cues: Cue[] = []
  for (const part of parts) {
    // A cue whose index is unchanged stays the same object, so that a list redraws only what is new.
    if (part.numbered[0]?.index !== cues.length) {
      const from = cues.length
      part.numbered = part.cues.map((cue) => ({ ...cue, index: from + cue.index }))
    }
    for (const cue of part.numbered) cues.push(cue)
  }
  return cues
}
