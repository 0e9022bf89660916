import type { Edit } from '../../edits/edit.ts'
import { captionProblems } from '../caption-problems.ts'
import type { Cue } from '../cues.ts'
import { captionsEndMs } from '../../transcript/caption-timing.ts'
import type { CueContext } from '../edits/cue-context.ts'
import { hideWords } from '../edits/hide-words.ts'
import { moveWordToBefore, moveWordToNext } from '../edits/move-word.ts'
import { wholeRange } from '../edits/cue-range.ts'
import { windowCues } from '../edits/window-cues.ts'
import { wordOrder } from '../edits/word-order.ts'
import type { CaptionRules } from '../caption-rules.ts'
import { weightOf } from './cue-fix.ts'
import type { CueFixId } from '../problems/problem-kind.ts'
import { cueFixes, fixCue } from './fix-all.ts'
import { fixEdits, withMarkEdits } from './fix-edits.ts'
import { pinCues } from './pinned-cues.ts'
import { isFiller } from '../../fillers/is-filler.ts'

/** Fixes by times and lines keep every word in its cue; the others are offered for one cue, never for all. */
export type FixKind = CueFixId | 'to-next' | 'to-before' | 'fillers'

const kinds: readonly FixKind[] = [
  ...(['shot', 'extend', 'borrow', 'split', 'gap'] as const satisfies readonly CueFixId[]),
  'to-next',
  'to-before',
  'fillers',
]

/** A fix of one cue with its result, before it is applied. */
export interface FixChoice {
  readonly kind: FixKind
  /** To be applied as one step of undo. */
  readonly edits: readonly Edit[]
  /** The cue as it will be; the first of several if it is split. */
  readonly result: Cue
  /** How many cues its words will be in. */
  readonly count: number
  /** Whether it will have no problem left. */
  readonly isEnough: boolean
  /** How much longer it will be, in ms. */
  readonly gainedMs: number
  /** How much later the next one will begin, if only that changes the gap between them, in ms. */
  readonly nextLaterMs: number
  /** The index of the neighbor that gives most of the time, or takes the word; null if none is involved. */
  readonly neighbor: number | null
  /** The words that are moved or omitted. */
  readonly words: string
}

/** How many neighbors on each side a fix of one cue can move. */
const NEAR = 3

/** The fixes that make the problems of a cue fewer or smaller; none if it has no problem. */
export function fixChoices(context: CueContext, index: number): FixChoice[] {
  const cue = context.cues[index]
  if (
    cue === undefined ||
    captionProblems(stretch(context.cues, index), context.rules)[at(index)]?.length === 0
  )
    return []
  return kinds.flatMap((kind) => {
    const edits = editsOf(context, cue, kind)
    const choice = edits.length === 0 ? null : resultOf(context, cue, kind, edits)
    return choice === null ? [] : [choice]
  })
}

const at = (index: number): number => Math.min(index, NEAR)
const stretch = (cues: readonly Cue[], index: number): readonly Cue[] =>
  cues.slice(Math.max(0, index - NEAR), index + NEAR + 1)

function editsOf(context: CueContext, cue: Cue, kind: FixKind): readonly Edit[] {
  switch (kind) {
    case 'to-next':
      return isContinued(cue, context.cues[cue.index + 1], context.rules) ? moveWordToNext(context, cue) : []
    case 'to-before':
      return isContinued(context.cues[cue.index - 1], cue, context.rules)
        ? moveWordToBefore(context, cue)
        : []
    case 'fillers':
      return hideFillers(context, cue)
    default:
      return timeEdits(context, cue, kind)
  }
}

/** Whether the same speaker continues in the next cue without a pause: a word can be in either. */
function isContinued(first: Cue | undefined, second: Cue | undefined, rules: CaptionRules): boolean {
  if (first === undefined || second === undefined) return false
  const isSame = first.lines.at(-1)?.speakerId === second.lines[0]?.speakerId
  return isSame && second.startMs - first.endMs <= rules.pauseMs
}

/** The cue keeps its other words and its time, which reduces its reading speed. */
function hideFillers(context: CueContext, cue: Cue): readonly Edit[] {
  const { transcript, cues } = context
  const edits = fillersOf(context, cue).flatMap(({ id }) => hideWords(context, id, id))
  const order = wordOrder(transcript)
  const range = edits.length === 0 ? null : wholeRange(order, transcript, cues, cue)
  if (range === null) return edits
  const { startMs, endMs } = cue
  return [...edits, ...pinCues(context, order, [{ ...range, startMs, endMs }])]
}

/** The edits of a fix by times and lines. */
function timeEdits(context: CueContext, cue: Cue, kind: CueFixId): readonly Edit[] {
  const { cues, rules, durationMs, language } = context
  const lastMs = captionsEndMs(durationMs, context.transcript.captionTiming)
  const options = { durationMs: durationMs > 0 ? lastMs : Infinity, language }
  const fixed = kind in cueFixes ? fixCue(cues, cue.index, kind, rules, options) : null
  if (fixed === null) return []
  const near = { from: cue.index - NEAR, to: cue.index + NEAR }
  const span = spanOf(cues, cue.index)
  return fixEdits(context, fixed, {
    near,
    // oxlint-disable-next-line require-yield -- a few seconds are made at once
    make: function* (transcript) {
      return windowCues(context, transcript, span)
    },
  }).edits
}

function spanOf(cues: readonly Cue[], index: number): { startMs: number; endMs: number } {
  const near = stretch(cues, index)
  return {
    startMs: Math.min(...near.map(({ startMs }) => startMs)),
    endMs: Math.max(...near.map(({ endMs }) => endMs)),
  }
}

interface Filler {
  readonly id: string
  readonly text: string
}

/** The cue's fillers, unless it has no other words. */
function fillersOf({ transcript, language }: CueContext, { wordIds }: Cue): Filler[] {
  const order = wordOrder(transcript)
  const places = [...order.placesOf(wordIds).values()].toSorted((a, b) => a - b)
  const words = places.map((place) => {
    const { id = '', text = '' } = order.at(place) ?? {}
    const own = transcript.paragraphs[order.paragraphAt(place) ?? 0]?.language ?? ''
    return { id, text: text.trim(), language: own === '' || own === 'und' ? language : own }
  })
  const fillers = words.filter((word) => isFiller(word.text, word.language))
  return fillers.length === words.length ? [] : fillers
}

function resultOf(context: CueContext, cue: Cue, kind: FixKind, edits: readonly Edit[]): FixChoice | null {
  const { cues, rules, transcript } = context
  const near = stretch(cues, cue.index)
  const made = windowCues(context, withMarkEdits(transcript, edits), spanOf(cues, cue.index))
  const ids = new Set(near.flatMap(({ wordIds }) => wordIds))
  const after = made.filter(({ wordIds }) => wordIds.some((id) => ids.has(id)))
  if (weight(after, rules) >= weight(near, rules) - 1e-9) return null
  const parts = after.filter((each) => isPartOf(each, cue, kind))
  const [result] = parts
  if (result === undefined) return null
  const problems = captionProblems(after, rules)
  const gainedMs = (parts.at(-1)?.endMs ?? 0) - result.startMs - (cue.endMs - cue.startMs)
  return {
    kind,
    edits,
    result,
    count: parts.length,
    isEnough: after.every((each, place) => !parts.includes(each) || problems[place]?.length === 0),
    gainedMs,
    nextLaterMs: kind === 'gap' ? laterMs(cues[cue.index + 1], after[after.indexOf(result) + 1]) : 0,
    neighbor: neighborOf(cue, result, kind, context),
    words: wordsOf(context, cue, result, kind),
  }
}

/** A neighbor that a word moves to does not become part of the cue. */
function isPartOf({ wordIds }: Cue, cue: Cue, kind: FixKind): boolean {
  const own = wordIds.filter((id) => cue.wordIds.includes(id)).length
  if (kind !== 'to-next' && kind !== 'to-before') return own > 0
  return own > cue.wordIds.length / 2 || own === wordIds.length
}

function weight(cues: readonly Cue[], rules: CaptionRules): number {
  return weightOf(captionProblems(cues, rules).flat())
}

const laterMs = (before: Cue | undefined, after: Cue | undefined): number =>
  before === undefined || after === undefined ? 0 : Math.max(0, after.startMs - before.startMs)

function neighborOf(
  { index, startMs, endMs }: Cue,
  result: Cue,
  kind: FixKind,
  { cues }: CueContext,
): number | null {
  if (kind === 'to-next') return index + 1
  if (kind === 'to-before') return index - 1
  if (kind === 'gap') return cues[index + 1] === undefined ? null : index + 1
  if (kind !== 'borrow') return null
  const isNext = result.endMs - endMs >= startMs - result.startMs
  const neighbor = isNext ? index + 1 : index - 1
  return cues[neighbor] === undefined ? null : neighbor
}

function wordsOf(context: CueContext, cue: Cue, result: Cue, kind: FixKind): string {
  if (kind === 'fillers')
    return fillersOf(context, cue)
      .map(({ text }) => text)
      .join(' ')
  if (kind !== 'to-next' && kind !== 'to-before') return ''
  const leaving = cue.wordIds.filter((id) => !result.wordIds.includes(id))
  // A cue whose only word moves is joined with the neighbor.
  const moved = new Set(leaving.length === 0 ? cue.wordIds : leaving)
  const order = wordOrder(context.transcript)
  return [...order.placesOf(moved).values()]
    .toSorted((a, b) => a - b)
    .map((place) => (order.at(place)?.before ?? '') + (order.at(place)?.text ?? ''))
    .join('')
    .trim()
}
