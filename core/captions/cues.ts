import type { Transcript } from '../transcript/transcript.ts'
import { atomsOf } from './atoms.ts'
import { type CaptionNames, namePrefixes } from './caption-names.ts'
import { captionParagraphs } from './caption-words.ts'
import { lineStarts, isPrefixAlone } from './lines.ts'
import { readingOrder, type PlacedAtom } from './reading-order.ts'
import type { CaptionRules } from './rules.ts'
import { cheapestCues, type CueSpan } from './segmentation.ts'
import { cueTimes } from './timing.ts'
import { makeTrack, type Track } from './track.ts'

export interface CueLine {
  readonly speakerId: string | null
  /** As shown, with the dash of a shared cue and the speaker's name if names are enabled. */
  readonly text: string
}

/** Lines on the screen from one time to another, in whole ms of the recording. */
export interface Cue {
  /** From 0. */
  readonly index: number
  readonly startMs: number
  readonly endMs: number
  readonly lines: readonly CueLine[]
  /** Ids of the transcript's words in it, in order of time; a long word may be in two cues. */
  readonly wordIds: readonly string[]
}

export interface CueOptions {
  readonly durationMs: number
  /** ISO 639-1; for paragraphs without a language. */
  readonly language: string
  /** Whether speakers' names precede their words; defaults to never. */
  readonly names?: CaptionNames
}

/** Options for captions that continue from earlier ones. */
export interface CuesFrom extends CueOptions {
  /** The last speaker before these captions; omitted at the start of a recording. */
  readonly speakerBefore?: string | null
}

export interface MadeCues {
  readonly cues: Cue[]
  /** The last speaker; the given one when nobody speaks. */
  readonly lastSpeaker: string | null | undefined
}

/**
 * The captions of a transcript; a pure function of its input. Cues never overlap, end after they start, are in order,
 * and contain every word except notes and those hidden by a mark.
 */
export function makeCues(
  transcript: Pick<Transcript, 'paragraphs' | 'speakers' | 'marks'>,
  rules: CaptionRules,
  options: CueOptions,
): Cue[] {
  return makeCuesFrom(transcript, rules, options).cues
}

/** The captions of a part of a transcript, continuing from what precedes it. */
export function makeCuesFrom(
  transcript: Pick<Transcript, 'paragraphs' | 'speakers' | 'marks'>,
  rules: CaptionRules,
  options: CuesFrom,
): MadeCues {
  const { names = 'never', speakerBefore } = options
  const prefixes =
    names === 'never'
      ? new Map<string | null, string>()
      : namePrefixes(transcript.speakers, rules, options.language)
  const prefixOf = (speakerId: string | null): string => prefixes.get(speakerId) ?? ''
  const limit = atomLimit(rules, [...prefixes.values()])
  const paragraphs = captionParagraphs(transcript.paragraphs, transcript.marks, options.language)
  const placed = readingOrder(
    paragraphs.map((paragraph) => ({ speakerId: paragraph.speakerId, atoms: atomsOf(paragraph, limit) })),
  )
  const track = makeTrack(placed, rules, { prefixOf, isAlways: names === 'always', speakerBefore })
  const spans = cheapestCues(track)
  const times = cueTimes(track, spans, options.durationMs)
  const cues = spans.map((span, index) => ({
    index,
    startMs: times[index]?.startMs ?? 0,
    endMs: times[index]?.endMs ?? 0,
    lines: span.isShared ? sharedLines(track, span, prefixOf) : ownLines(track, span, prefixOf),
    wordIds: wordIds(placed.slice(span.from, span.to)),
  }))
  const last = placed.at(-1)
  return { cues, lastSpeaker: last === undefined ? speakerBefore : last.speakerId }
}

/** The longest piece that fits on any line: with one line to a cue, beside a name. */
function atomLimit(rules: CaptionRules, prefixes: readonly string[]): number {
  if (rules.maxLines > 1) return rules.maxCharactersPerLine
  const longest = prefixes.reduce((length, prefix) => Math.max(length, prefix.length + 1), 0)
  return rules.maxCharactersPerLine - longest
}

function ownLines(track: Track, span: CueSpan, prefixOf: (speakerId: string | null) => string): CueLine[] {
  const first = track.placed[span.from]
  const speakerId = first?.speakerId ?? null
  const prefix = (track.prefixLengths[span.from] ?? 0) > 0 ? prefixOf(speakerId) : ''
  const starts = lineStarts(track, span.from, span.to)
  const texts = starts.map((start, line) => joined(track.placed.slice(start, starts[line + 1] ?? span.to)))
  if (prefix !== '') {
    if (isPrefixAlone(track, span.from)) texts.unshift(prefix)
    else texts[0] = `${prefix} ${texts[0]}`
  }
  return texts.map((text) => ({ speakerId, text }))
}

function sharedLines(track: Track, span: CueSpan, prefixOf: (speakerId: string | null) => string): CueLine[] {
  const atoms = track.placed.slice(span.from, span.to)
  const voices = [...new Set(atoms.map((atom) => atom.voice))]
  return voices.map((voice) => {
    const own = atoms.filter((atom) => atom.voice === voice)
    const speakerId = own[0]?.speakerId ?? null
    const prefix = prefixOf(speakerId)
    const opening = track.rules.dialogueDash + (prefix === '' ? '' : `${prefix} `)
    return { speakerId, text: opening + joined(own) }
  })
}

function joined(atoms: readonly PlacedAtom[]): string {
  return atoms.map(({ atom }, index) => (index === 0 ? '' : atom.joiner) + atom.text).join('')
}

function wordIds(atoms: readonly PlacedAtom[]): string[] {
  return [...new Set(atoms.flatMap(({ atom }) => atom.wordIds))]
}
