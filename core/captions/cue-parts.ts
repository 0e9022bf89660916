import type { Mark, Paragraph, Transcript } from '../transcript/transcript.ts'
import type { CaptionNames } from './caption-names.ts'
import { makeCuesFrom, type Cue } from './cues.ts'
import { CueWork } from './cue-work.ts'
import { groupsApart } from './cue-groups.ts'
import { MarkIndex } from './mark-index.ts'
import type { CaptionRules } from './rules.ts'

export interface CuePart {
  readonly paragraphs: readonly Paragraph[]
  /** The marks on its words. */
  readonly marks: readonly Mark[]
  readonly cues: readonly Cue[]
  readonly speakerBefore: string | null | undefined
  readonly lastSpeaker: string | null | undefined
  /** Null for a part that is computed as quickly without. */
  readonly work: CueWork | null
  /** Its cues as numbered in the whole. */
  numbered: readonly Cue[]
}

/** Words: from here on what was computed is kept beside the cues. */
const LONG_PART = 400

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
  readonly #index = new MarkIndex()

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
      (transcript.speakers !== this.#speakers && hasNames(names, transcript.marks))
    ) {
      this.#known.clear()
    }
    this.#rules = rules
    this.#durationMs = whole.durationMs
    this.#language = whole.language
    this.#names = names
    this.#speakers = transcript.speakers
    return this.#make({ ...transcript, marks: withoutTranslations(transcript.marks) }, rules, whole)
  }

  /** Captions of what a change would make can be computed apart, reusing the same parts. */
  copy(): CueParts {
    const copy = new CueParts()
    copy.#rules = this.#rules
    copy.#durationMs = this.#durationMs
    copy.#language = this.#language
    copy.#names = this.#names
    copy.#speakers = this.#speakers
    copy.#known = new Map(this.#known)
    return copy
  }

  *#make(
    transcript: Pick<Transcript, 'paragraphs' | 'speakers' | 'marks'>,
    rules: CaptionRules,
    whole: Whole,
  ): Generator<undefined, Cue[]> {
    const known = this.#known
    const next = new Map<string, CuePart>()
    let speakerBefore: string | null | undefined
    for (const { paragraphs, marks } of groupsApart(
      transcript.paragraphs,
      transcript.marks,
      this.#index,
      rules,
    )) {
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
      const work = before?.work ?? new CueWork()
      const { cues, lastSpeaker } = makeCuesFrom(part, rules, from, work)
      const isLong = paragraphs.reduce((sum, { words }) => sum + words.length, 0) >= LONG_PART
      const made = {
        paragraphs,
        marks,
        speakerBefore,
        cues,
        lastSpeaker,
        work: isLong ? work : null,
        numbered: cues,
      }
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

/** Translations change nothing here, so that typing in one leaves all parts as they are. */
function withoutTranslations(marks: readonly Mark[]): readonly Mark[] {
  return marks.some(({ kind }) => kind === 'translation')
    ? marks.filter(({ kind }) => kind !== 'translation')
    : marks
}

/** A mark may show a name where the option shows none. */
function hasNames(names: CaptionNames, marks: readonly Mark[]): boolean {
  return names !== 'never' || marks.some(({ kind }) => kind === 'speaker-name')
}

function isSame<Item>(before: readonly Item[], after: readonly Item[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index])
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
