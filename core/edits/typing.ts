import { commonTextEnds, middleOf } from '../sequences/common-ends.ts'
import type { ReplaceTextEdit } from './edit.ts'

/** The change that a text edit made to a paragraph's text, in UTF-16 units. */
export interface Typing {
  readonly paragraphId: string
  /** Where the text changed. `ll` typed after `l` is ambiguous: the change may start anywhere from `earliestAt` on. */
  readonly at: number
  readonly earliestAt: number
  readonly removed: number
  readonly inserted: string
}

export function typingOf(oldText: string, edit: ReplaceTextEdit): Typing {
  const { text, paragraphId } = edit
  const ends = commonTextEnds(oldText, text)
  const at = ends.head
  const removed = middleOf(oldText, ends).length
  const inserted = middleOf(text, ends)
  // A change that only inserts or only removes can slide left over characters that repeat.
  const moving = removed === 0 ? inserted : inserted === '' ? oldText.slice(at, at + removed) : ''
  const slide = moving === '' ? 0 : repeatedBefore(oldText, at, moving)
  return { paragraphId, at, earliestAt: at - slide, removed, inserted }
}

/** How far the characters before `at` repeat `moving`, backwards from its end. */
function repeatedBefore(text: string, at: number, moving: string): number {
  for (let slide = 0; slide < at; slide += 1) {
    if (text[at - 1 - slide] !== moving.at(-1 - (slide % moving.length))) return slide
  }
  return at
}

/** A longer pause between two keystrokes ends an undo step. */
export const typingPauseMs = 1000
// Longer insertions were pasted or dictated rather than typed, and are a step of their own.
const mostTypedAtOnce = 12

/**
 * Whether a text edit continues where the previous one stopped: further typing, or deleting in either
 * direction.
 */
export function continuesTyping(previous: Typing, next: Typing, sinceLastMs: number): boolean {
  if (previous.paragraphId !== next.paragraphId || sinceLastMs > typingPauseMs) return false
  if (Math.max(next.inserted.length, next.removed, previous.inserted.length) > mostTypedAtOnce) return false
  const reaches = (place: number): boolean => place >= next.earliestAt && place <= next.at
  if (next.inserted !== '') {
    // Typed over a selection that begins with the same letter, the first key looks as if it only deleted.
    const isTyping = previous.inserted !== '' || previous.removed > 1
    return next.removed === 0 && isTyping && reaches(previous.at + previous.inserted.length)
  }
  if (previous.inserted !== '') return false
  const backwards =
    next.earliestAt + next.removed <= previous.at && next.at + next.removed >= previous.earliestAt
  return backwards || reaches(previous.at)
}
