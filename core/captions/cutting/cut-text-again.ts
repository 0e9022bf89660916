import { prefixIn, type TextCosts, costsOfText } from './text-costs.ts'
import { cueDraft, type CueDraft } from './cue-draft.ts'
import { type BorderedText, changedParagraphs, type CueWindow, widened } from './cue-window.ts'
import type { CutText } from './cut-text.ts'
import { marksOn, wideMarks } from '../marks/mark-reaches.ts'
import { lastSpeakerOf, type PlacedAtom } from '../words/reading-order.ts'
import { spansBetween } from './segmentation.ts'
import { type Narrow, type Resegmented, segmentAgain } from './segmentation-again.ts'
import { SPARE_ATOMS } from '../costs/spare-time.ts'

/** Windows are widened by this factor until they are wide enough: the last one costs most, so few are tried. */
const WIDER = 9
/** In words: costs at the edges depend on what is beyond them, with room for words that are not atoms. */
const EDGE = 2 * SPARE_ATOMS

/**
 * The result of `cutText` for a text with the settings of an earlier one, examining only the surroundings of
 * changed paragraphs; null if all of it would have to be examined.
 */
export function cutTextAgain(before: CutText, text: BorderedText): CutText | null {
  if (before.text === null) return null
  const change = changedParagraphs(before.text, text)
  const { longestReach } = before.segmentation
  const words = { before: 2 * longestReach + EDGE, after: 3 * longestReach + EDGE }
  for (;;) {
    const window = widened(change, before.text, text, words)
    // Examining most of a text costs as much as all of it, and may have to be done again.
    if (window.from + window.after < text.paragraphs.length / 2) return null
    const cut = cutWindow(before, before.text, text, window)
    if (typeof cut !== 'string') return cut
    if (cut === 'narrow-before') words.before *= WIDER
    else words.after *= WIDER
  }
}

function cutWindow(
  before: CutText,
  earlier: BorderedText,
  text: BorderedText,
  window: CueWindow,
): CutText | Narrow {
  const then = partOf(earlier, window, before)
  const now = partOf(text, window, before)
  const base = sumOf(before.atomCounts.subarray(0, window.from))
  const isAtEnd = window.after === 0
  const again = segmentAgain(before.segmentation, {
    before: then.table,
    now: now.table,
    base,
    isAtEnd,
    isAlike: (at, place) => isAlike(then, now, at, place),
  })
  if (typeof again === 'string') return again
  const drafts = draftsAgain(before, again, now, base)
  if (typeof drafts === 'string') return drafts
  if (isAtEnd && now.table.count === 0 && window.from > 0) return 'narrow-before'
  const atomCounts = new Int32Array(text.paragraphs.length)
  atomCounts.set(before.atomCounts.subarray(0, window.from))
  atomCounts.set(now.atomCounts, window.from)
  atomCounts.set(
    before.atomCounts.subarray(before.atomCounts.length - window.after),
    text.paragraphs.length - window.after,
  )
  return {
    ...before,
    segmentation: again.segmentation,
    drafts,
    atomCounts,
    lastSpeaker: isAtEnd ? lastSpeakerAfter(now, before) : before.lastSpeaker,
    text,
  }
}

interface Part extends TextCosts {
  /** Whether a paragraph of it is equal in both texts. */
  readonly isKept: (place: number) => boolean
}

function partOf(text: BorderedText, window: CueWindow, { settings }: CutText): Part {
  const { length } = text.paragraphs
  const { from, changedFrom } = window
  const paragraphMarks = text.paragraphMarks.slice(from, length - window.after)
  const marks = marksOn(paragraphMarks, text.marks, wideMarks(paragraphMarks))
  const part = costsOfText(text.paragraphs.slice(from, length - window.after), marks, settings)
  const changedTo = length - window.changedAfter
  return { ...part, isKept: (place) => place + from < changedFrom || place + from >= changedTo }
}

function lastSpeakerAfter({ table }: Part, { settings }: CutText): string | null | undefined {
  const last = table.placed.at(-1)
  return last === undefined ? settings.speakerBefore : lastSpeakerOf(last)
}

/** Whether two atoms are equal: in an unchanged paragraph, or with the same words and no marks. */
function isAlike(then: Part, now: Part, at: number, place: number): boolean {
  const [a, b] = [then.table.placed[at], now.table.placed[place]]
  if (a === undefined || b === undefined || a.atom.text !== b.atom.text) return false
  const isKept = then.isKept(then.places[a.paragraph] ?? 0) && now.isKept(now.places[b.paragraph] ?? 0)
  return isKept ? a.atom.wordIds[0] === b.atom.wordIds[0] : isSamePlain(a, b)
}

function isSamePlain(a: PlacedAtom, b: PlacedAtom): boolean {
  const hasMarks = [a, b].some(({ atom }) => atom.marked !== undefined || atom.fixed !== undefined)
  const [ids, others] = [a.atom.wordIds, b.atom.wordIds]
  const hasSameWords = ids.length === others.length && ids.every((id, index) => id === others[index])
  return !hasMarks && hasSameWords && a.speakerId === b.speakerId
}

/** The earlier drafts before and after the change, and new ones between. */
function draftsAgain(
  before: CutText,
  { segmentation, start, end }: Resegmented,
  { table }: Part,
  base: number,
): readonly CueDraft[] | Narrow {
  const { drafts } = before
  let kept = drafts.length
  let until = segmentation.count
  while (kept > 0 && until >= end) {
    kept--
    until -= drafts[kept]?.atoms ?? 0
  }
  let left = 0
  let place = 0
  for (; place + (drafts[left]?.atoms ?? Infinity) <= start; left++) place += drafts[left]?.atoms ?? 0
  // Both ways to this place are equal before the first place at which both have a cue end.
  let from = until
  while (from !== place) {
    if (from > place) from -= segmentation.lengths[from] ?? from
    else {
      left--
      place -= drafts[left]?.atoms ?? 0
    }
  }
  // The first atom of the window lacks the context before it.
  if (base > 0 && from <= base) return 'narrow-before'
  const made = spansBetween(segmentation, from, until).map((span) =>
    cueDraft(table, { ...span, from: span.from - base, to: span.to - base }, prefixIn(before.settings)),
  )
  return [...drafts.slice(0, left), ...made, ...drafts.slice(kept)]
}

const sumOf = (counts: Int32Array): number => counts.reduce((sum, count) => sum + count, 0)
