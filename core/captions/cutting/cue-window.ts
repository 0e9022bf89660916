import { commonEndsAt } from '../../sequences/common-ends.ts'
import type { Mark, Paragraph } from '../../transcript/transcript.ts'
import type { ParagraphMarks } from '../marks/mark-index.ts'
import { fixedReaches, hasSameMarks, wideMarks } from '../marks/mark-reaches.ts'
import { paragraphSpan } from '../../transcript/paragraph-span.ts'

/** Paragraphs in reading order, each with its marks. */
export interface MarkedText {
  readonly paragraphs: readonly Paragraph[]
  readonly paragraphMarks: readonly ParagraphMarks[]
  /** All of them, in order. */
  readonly marks: readonly Mark[]
}

/** Whether a text can be divided before each paragraph and after the last one. */
export type Borders = Uint8Array

/** No speaker or mark or cue extends across. */
const CLEAN = 0
const OVERLAP = 1
const CROSSED = 2

export function bordersOf({
  paragraphs,
  paragraphMarks,
}: Pick<MarkedText, 'paragraphs' | 'paragraphMarks'>): Borders {
  const borders = new Uint8Array(paragraphs.length + 1)
  const spans = paragraphs.map(paragraphSpan)
  const untilMs = new Float64Array(paragraphs.length + 1).fill(-Infinity)
  for (const [index, { startMs, endMs }] of spans.entries()) {
    const hasWords = (paragraphs[index]?.words.length ?? 0) > 0
    const isOdd = hasWords && !(Number.isFinite(startMs) && Number.isFinite(endMs))
    untilMs[index + 1] = Math.max(untilMs[index] ?? 0, isOdd ? Infinity : endMs)
  }
  let fromMs = Infinity
  for (let index = paragraphs.length - 1; index > 0; index--) {
    fromMs = Math.min(fromMs, spans[index]?.startMs ?? Infinity)
    if (!((untilMs[index] ?? 0) <= fromMs)) borders[index] = OVERLAP
  }
  const reaches = [...wideMarks(paragraphMarks).values(), ...fixedReaches(paragraphMarks)]
  for (const { from, to } of reaches) borders.fill(CROSSED, from + 1, to + 1)
  return borders
}

/** The paragraphs that differ between two texts, and a window around them. */
export interface CueWindow {
  /** The first paragraph of the window and of the change, equal in both texts. */
  readonly from: number
  readonly changedFrom: number
  /** How many paragraphs follow the change and the window in both texts. */
  readonly changedAfter: number
  readonly after: number
}

export interface BorderedText extends MarkedText {
  readonly borders: Borders
}

/** The paragraphs whose words or marks differ, and those connected with them by a mark or a cue. */
export function changedParagraphs(before: BorderedText, now: BorderedText): CueWindow {
  const isSame = (at: number, place: number): boolean => {
    const [a, b] = [before.paragraphMarks[at], now.paragraphMarks[place]]
    return (
      before.paragraphs[at] === now.paragraphs[place] &&
      a !== undefined &&
      b !== undefined &&
      hasSameMarks(a, b)
    )
  }
  const [then, count] = [before.paragraphs.length, now.paragraphs.length]
  let { head: from, tail: after } = commonEndsAt(then, count, isSame)
  const isCrossed = (place: number, behind: number): boolean =>
    before.borders[place] === CROSSED || now.borders[behind] === CROSSED
  while (from > 0 && isCrossed(from, from)) from--
  while (after > 0 && isCrossed(then - after, count - after)) after--
  return { from, changedFrom: from, changedAfter: after, after }
}

/**
 * The window with at least this many more words before and after the change, at whose edges both texts can be
 * divided.
 */
export function widened(
  window: CueWindow,
  before: BorderedText,
  now: BorderedText,
  words: { readonly before: number; readonly after: number },
): CueWindow {
  const [then, count] = [before.paragraphs.length, now.paragraphs.length]
  const isClean = (place: number, behind: number): boolean =>
    before.borders[place] === CLEAN && now.borders[behind] === CLEAN
  let from = window.changedFrom
  for (let left = words.before; from > 0 && (left > 0 || !isClean(from, from)); from--) {
    left -= now.paragraphs[from - 1]?.words.length ?? 0
  }
  let after = window.changedAfter
  for (let left = words.after; after > 0 && (left > 0 || !isClean(then - after, count - after)); after--) {
    left -= now.paragraphs[count - after]?.words.length ?? 0
  }
  return { ...window, from, after }
}
