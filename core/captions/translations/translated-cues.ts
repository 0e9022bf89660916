import type { Speaker, Transcript } from '../../transcript/transcript.ts'
import { namePrefixes } from '../caption-names.ts'
import { gapProblems } from '../caption-problems.ts'
import type { CueOptions } from '../cue-options.ts'
import { cueProblems, type CueProblem } from '../cue-problems.ts'
import type { Cue, CueLine } from '../cues.ts'
import type { CaptionRules } from '../caption-rules.ts'
import { captionedText } from '../captioned-text.ts'
import { rulesOf } from '../presets/transcript-rules.ts'
import { type NamesShown, translatedLines, type TranslatedLine } from './translated-lines.ts'
import { translationEntries, type TranslationEntries, type TranslationEntry } from './translation-entries.ts'

/** A text in another language as displayed. */
export interface TranslatedCue {
  readonly entry: TranslationEntry
  /** Its own number, times and lines; its words are those of the original. */
  readonly cue: Cue
  readonly lines: readonly TranslatedLine[]
  /** Not all redacted words were found in it. */
  readonly isRedactedWhole: boolean
}

export interface TranslatedCues extends Pick<TranslationEntries, 'byCue' | 'continued' | 'unplaced'> {
  readonly language: string
  readonly rules: CaptionRules
  /** In order of start. */
  readonly shown: readonly TranslatedCue[]
  /** Indexes of the original's cues without a text. */
  readonly untranslated: readonly number[]
}

/**
 * The transcript's captions in another language, at the times of the original's, with placeholders for redacted
 * words; a pure function of its input.
 * @param given as the cues were made
 */
export function translatedCues(
  transcript: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers' | 'language' | 'captionRules'>,
  cues: readonly Cue[],
  language: string,
  rules: CaptionRules = rulesOf({ ...transcript, language }),
  given: Pick<CueOptions, 'part' | 'isRedacted'> = {},
): TranslatedCues {
  const { text, unplaced: whole } = captionedText(
    transcript,
    { language: transcript.language, ...given },
    rules,
  )
  const { entries, byCue, continued, unplaced } = translationEntries(text, cues, language)
  const names = namesIn(text, rules, language)
  const wholeIds = new Set(whole.map(({ id }) => id))
  const shown = entries
    .map((entry) => ({
      entry,
      lines: translatedLines(entry, language, rules, names),
      startMs: startOf(entry),
    }))
    .sort((a, b) => a.startMs - b.startMs)
    .map(({ entry, lines }, index): TranslatedCue => ({
      entry,
      lines,
      isRedactedWhole: entry.marks.some(({ id }) => wholeIds.has(id)),
      cue: cueOf(entry, lines, index),
    }))
  const untranslated = cues.flatMap(({ index }) => (byCue.has(index) || continued.has(index) ? [] : [index]))
  return { language, rules, byCue, continued, unplaced, shown, untranslated }
}

/**
 * What breaks the rules of the language: the text, and the duration of a text that covers several cues. Gaps
 * are the original's.
 */
export function translatedProblems({
  shown,
  rules,
}: Pick<TranslatedCues, 'shown' | 'rules'>): readonly (readonly CueProblem[])[] {
  return shown.map(({ cue, entry }, index) => {
    const own = cueProblems(cue, rules)
    if (entry.cues.length === 1) return own
    const overlaps = gapProblems(cue, shown[index + 1]?.cue, rules).filter(({ kind }) => kind === 'overlap')
    return [...own, ...overlaps]
  })
}

interface RuledSpeakers extends Pick<Transcript, 'language' | 'captionRules'> {
  readonly speakers: readonly Speaker[]
}

function namesIn(transcript: RuledSpeakers, rules: CaptionRules, language: string): NamesShown {
  const { speakers } = transcript
  return {
    original: namePrefixes(speakers, rulesOf(transcript), transcript.language),
    translated: namePrefixes(speakers, rules, language.split('-')[0] ?? language),
  }
}

const startOf = ({ cues }: TranslationEntry): number => cues[0]?.startMs ?? 0

function cueOf({ cues }: TranslationEntry, lines: readonly TranslatedLine[], index: number): Cue {
  const [first] = cues
  const startMs = first?.startMs ?? 0
  const shown = lines.map(({ line }): CueLine => line)
  const position = first?.position
  return {
    index,
    startMs,
    endMs: cues.reduce((latest, { endMs }) => Math.max(latest, endMs), startMs),
    lines: shown,
    wordIds: cues.flatMap(({ wordIds }) => wordIds),
    ...(position === undefined ? {} : { position }),
  }
}
