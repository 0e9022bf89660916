import type { ReadingChoices } from '../../reading/read-words.ts'
import type { Mark, Paragraph, Transcript } from '../../transcript/transcript.ts'
import { atomsOf } from '../words/atoms.ts'
import { type CaptionNames, namePrefixes } from '../caption-names.ts'
import { captionParagraphs } from '../words/caption-words.ts'
import type { PrefixOf } from './cue-draft.ts'
import type { CuesFrom } from '../cue-options.ts'
import { readingOrder } from '../words/reading-order.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { CostTable } from '../costs/cost-table.ts'
import { makeCostTable } from '../costs/make-cost-table.ts'

/** The parts of a transcript, besides its paragraphs, that captions depend on. */
export type CaptionedTranscript = Pick<
  Transcript,
  'speakers' | 'marks' | 'fillers' | 'numbers' | 'captionTiming'
>

/** Settings common to all parts of a text. */
export interface TextSettings {
  readonly rules: CaptionRules
  readonly language: string
  readonly names: CaptionNames
  readonly speakerBefore: string | null | undefined
  readonly prefixes: ReadonlyMap<string | null, string>
  readonly reading: ReadingChoices
}

export function textSettings(
  { speakers, marks, fillers, numbers }: CaptionedTranscript,
  rules: CaptionRules,
  { language, names = 'never', speakerBefore }: CuesFrom,
): TextSettings {
  // A mark may show a name even if the option shows none.
  const isNamed = names !== 'never' || marks.some(({ kind }) => kind === 'speaker-name')
  const prefixes = isNamed ? namePrefixes(speakers, rules, language) : new Map<string | null, string>()
  return { rules, language, names, speakerBefore, prefixes, reading: { fillers, numbers } }
}

export function hasSameSettings(a: TextSettings, b: TextSettings): boolean {
  return (
    a.rules === b.rules &&
    a.language === b.language &&
    a.names === b.names &&
    a.reading.fillers === b.reading.fillers &&
    a.reading.numbers === b.reading.numbers &&
    (a.names === 'never' || a.speakerBefore === b.speakerBefore) &&
    a.prefixes.size === b.prefixes.size &&
    [...a.prefixes].every(([speakerId, prefix]) => b.prefixes.get(speakerId) === prefix)
  )
}

export const prefixIn =
  ({ prefixes }: TextSettings): PrefixOf =>
  (speakerId) =>
    prefixes.get(speakerId) ?? ''

/** The longest piece that fits on any line: with one line per cue, next to a name. */
function atomLimit({ rules, names, prefixes }: TextSettings): number {
  if (rules.maxLines > 1 || names === 'never') return rules.maxCharactersPerLine
  const longest = [...prefixes.values()].reduce((length, prefix) => Math.max(length, prefix.length + 1), 0)
  return rules.maxCharactersPerLine - longest
}

export interface TextCosts {
  readonly table: CostTable
  /** Number of atoms per paragraph; those of a cue of several paragraphs count for the first. */
  readonly atomCounts: Int32Array
  /** The transcript's paragraph for each paragraph of captions, which the atoms refer to. */
  readonly places: readonly number[]
}

export function costsOfText(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  settings: TextSettings,
): TextCosts {
  const limit = atomLimit(settings)
  const atomCounts = new Int32Array(paragraphs.length)
  const captioned = captionParagraphs(paragraphs, marks, settings.language, settings.reading)
  const spoken = captioned.map((paragraph) => {
    const atoms = atomsOf(paragraph, limit)
    atomCounts[paragraph.place] = (atomCounts[paragraph.place] ?? 0) + atoms.length
    return { speakerId: paragraph.speakerId, atoms }
  })
  const { rules, names, speakerBefore } = settings
  const table = makeCostTable(readingOrder(spoken), rules, {
    prefixOf: prefixIn(settings),
    names,
    speakerBefore,
  })
  return { table, atomCounts, places: captioned.map(({ place }) => place) }
}
