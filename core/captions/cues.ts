import type { CuePosition } from '../transcript/marks/kinds/position.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { type CaptionNames, namePrefixes } from './caption-names.ts'
import { captionParagraphs } from './caption-words.ts'
import { cueLine, type CueLine } from './cue-line.ts'
import { fixedLines } from './fixed-lines.ts'
import { lineStarts, isPrefixAlone } from './lines.ts'
import { readingOrder, type PlacedAtom } from './reading-order.ts'
import type { CaptionRules } from './rules.ts'
import type { CueSpan } from './cue-spans.ts'
import { CueWork } from './cue-work.ts'
import { cueTimes } from './timing.ts'
import { hasLineName, lastSpeakerOf, makeTrack, type Track } from './track.ts'

export type { CueLine }

/** Lines on the screen from one time to another, in whole ms of the recording. */
export interface Cue {
  /** From 0. */
  readonly index: number
  readonly startMs: number
  readonly endMs: number
  readonly lines: readonly CueLine[]
  /** Ids of the transcript's words in it, in order of time; a long word may be in two cues. */
  readonly wordIds: readonly string[]
  /** Start and end are set by marks; the rules do not apply to it. Omitted for cues that Parolo cuts. */
  readonly isFixed?: true
  /** Where on the picture a mark puts it; omitted for the usual place. */
  readonly position?: CuePosition
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
 * The captions of a transcript; a pure function of its input. Cues end after they start, are in order of start, and
 * contain every word except notes and those hidden by a mark. None overlap, except where marks set the times.
 */
export function makeCues(
  transcript: Pick<Transcript, 'paragraphs' | 'speakers' | 'marks'>,
  rules: CaptionRules,
  options: CueOptions,
): Cue[] {
  return makeCuesFrom(transcript, rules, options).cues
}

/** The captions of a part of a transcript, continuing from what precedes it; `work` is what is known of it. */
export function makeCuesFrom(
  transcript: Pick<Transcript, 'paragraphs' | 'speakers' | 'marks'>,
  rules: CaptionRules,
  options: CuesFrom,
  work = new CueWork(),
): MadeCues {
  const { names = 'never', speakerBefore } = options
  // A mark may show a name where the option shows none.
  const isNamed = names !== 'never' || transcript.marks.some(({ kind }) => kind === 'speaker-name')
  const prefixes = isNamed
    ? namePrefixes(transcript.speakers, rules, options.language)
    : new Map<string | null, string>()
  const prefixOf = (speakerId: string | null): string => prefixes.get(speakerId) ?? ''
  const limit = atomLimit(rules, names === 'never' ? [] : [...prefixes.values()])
  const paragraphs = captionParagraphs(transcript.paragraphs, transcript.marks, options.language)
  const atoms = work.atomsOf(paragraphs, limit)
  const placed = readingOrder(
    paragraphs.map(({ speakerId }, index) => ({ speakerId, atoms: atoms[index] ?? [] })),
  )
  const track = makeTrack(placed, rules, { prefixOf, names, speakerBefore })
  const spans = work.cut(track)
  const times = cueTimes(track, spans, options.durationMs)
  const cues = spans.map((span, index) => {
    const own = placed.slice(span.from, span.to)
    return {
      index,
      startMs: times[index]?.startMs ?? 0,
      endMs: times[index]?.endMs ?? 0,
      lines: linesOf(track, span, prefixOf),
      wordIds: wordIds(own),
      ...markedProperties(own),
    }
  })
  const last = placed.at(-1)
  return {
    cues: track.hasTimeMarks ? byStart(cues) : cues,
    lastSpeaker: last === undefined ? speakerBefore : lastSpeakerOf(last),
  }
}

/** Only times set by marks can be out of order. */
function byStart(cues: readonly Cue[]): Cue[] {
  return cues.toSorted((a, b) => a.startMs - b.startMs).map((cue, index) => ({ ...cue, index }))
}

function markedProperties(atoms: readonly PlacedAtom[]): Pick<Cue, 'isFixed' | 'position'> {
  const isFixed = atoms[0]?.atom.fixed !== undefined
  const position = atoms.find(({ atom }) => atom.marked?.position !== undefined)?.atom.marked?.position
  return { ...(isFixed ? { isFixed } : {}), ...(position === undefined ? {} : { position }) }
}

function linesOf(track: Track, span: CueSpan, prefixOf: (speakerId: string | null) => string): CueLine[] {
  const fixed = track.placed[span.from]?.atom.fixed
  if (fixed === undefined)
    return span.isShared ? sharedLines(track, span, prefixOf) : ownLines(track, span, prefixOf)
  const isShared = fixed.parts.length > 1
  const isNamed = isShared ? hasLineName(track, span.from) : (track.prefixLengths[span.from] ?? 0) > 0
  return fixedLines(fixed, track.rules, ({ speakerId, words, isImported = false }) => {
    const prefix = isNamed ? prefixOf(speakerId) : ''
    const hasDash = isImported || /^[-‐–—]/u.test(words[0]?.text ?? '')
    const dash = isShared && !hasDash ? track.rules.dialogueDash : ''
    return dash + (prefix === '' ? '' : `${prefix} `)
  })
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
  const isAlone = prefix !== '' && isPrefixAlone(track, span.from)
  const opening = prefix === '' || isAlone ? '' : `${prefix} `
  const lines = starts.map((start, line) => {
    const atoms = track.placed.slice(start, starts[line + 1] ?? span.to)
    return cueLine(speakerId, line === 0 ? opening : '', atoms)
  })
  return isAlone ? [{ speakerId, text: prefix }, ...lines] : lines
}

function sharedLines(track: Track, span: CueSpan, prefixOf: (speakerId: string | null) => string): CueLine[] {
  const atoms = track.placed.slice(span.from, span.to)
  const voices = [...new Set(atoms.map((atom) => atom.voice))]
  return voices.map((voice) => {
    const own = atoms.filter((atom) => atom.voice === voice)
    const speakerId = own[0]?.speakerId ?? null
    const prefix = hasLineName(track, span.from) ? prefixOf(speakerId) : ''
    const opening = track.rules.dialogueDash + (prefix === '' ? '' : `${prefix} `)
    return cueLine(speakerId, opening, own)
  })
}

function wordIds(atoms: readonly PlacedAtom[]): string[] {
  return [...new Set(atoms.flatMap(({ atom }) => atom.wordIds))]
}
