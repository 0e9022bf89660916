import type { ReplaceTextEdit } from './edit.ts'

/** What a text edit did to a paragraph's text, in UTF-16 units. */
export interface Typing {
  readonly paragraphId: string
  /** Where the text changed. `ll` typed after `l` may have begun earlier: anywhere from `earliestAt` on. */
  readonly at: number
  readonly earliestAt: number
  readonly removed: number
  readonly inserted: string
}

export function typingOf(oldText: string, edit: ReplaceTextEdit): Typing {
  const { text, paragraphId } = edit
  const shorter = Math.min(oldText.length, text.length)
  let at = 0
  while (at < shorter && oldText[at] === text[at]) at += 1
  let tail = 0
  while (tail < shorter - at && oldText.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  const removed = oldText.length - tail - at
  const inserted = text.slice(at, text.length - tail)
  // A change that only inserts or only removes can slide left over characters that repeat.
  const moving = removed === 0 ? inserted : inserted === '' ? oldText.slice(at, at + removed) : ''
  const slide = moving === '' ? 0 : repeatedBefore(oldText, at, moving)
  return { paragraphId, at, earliestAt: at - slide, removed, inserted }
}

/** How far the characters before `at` go on repeating `moving`, seen from its end. */
function repeatedBefore(text: string, at: number, moving: string): number {
  for (let slide = 0; slide < at; slide += 1) {
    if (text[at - 1 - slide] !== moving.at(-1 - (slide % moving.length))) return slide
  }
  return at
}

/** A longer pause between two keys ends an undo step. */
export const typingPauseMs = 1000
// More at once was pasted or dictated, not typed: a step of its own.
const mostTypedAtOnce = 12

/** Whether a text edit goes on where the one before it stopped: typing on, or deleting on either way. */
export function continuesTyping(previous: Typing, next: Typing, sinceLastMs: number): boolean {
  if (previous.paragraphId !== next.paragraphId || sinceLastMs > typingPauseMs) return false
  if (Math.max(next.inserted.length, next.removed, previous.inserted.length) > mostTypedAtOnce) return false
  const reaches = (place: number): boolean => place >= next.earliestAt && place <= next.at
  if (next.inserted !== '') {
    return next.removed === 0 && previous.inserted !== '' && reaches(previous.at + previous.inserted.length)
  }
  if (previous.inserted !== '') return false
  const backwards =
    next.earliestAt + next.removed <= previous.at && next.at + next.removed >= previous.earliestAt
  return backwards || reaches(previous.at)
}
