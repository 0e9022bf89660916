import type { Word } from '../transcript/transcript.ts'
import { alignTexts } from '../words/align/align.ts'
import { foldWord } from '../words/align/fold.ts'
import type { LineChange } from './line-changes.ts'
import type { LiveWord } from './live-record.ts'

/** Two passes place the same word within this distance; farther away, the same text is another word. */
const NEAR_MS = 1_000
/** A word counts as said in a span if its middle is this close to it. */
const TOLERANCE_MS = 100

/** A decoded line, with the words of the transcript said around it. */
export interface MatchedLine {
  readonly words: readonly LiveWord[]
  readonly near: readonly Word[]
  /** For each word of the line its index in `near`; -1 for none. */
  readonly places: readonly number[]
}

/** Words `from..to` of `near` (end excluded) that `text` replaces. */
export interface PlacedChange {
  readonly from: number
  readonly to: number
  readonly text: string
}

export function matchLine(words: readonly LiveWord[], near: readonly Word[]): MatchedLine {
  const textOf = ({ text }: { readonly text: string }): string => text.trim()
  const places = words.map(() => -1)
  for (const match of alignTexts(words.map(textOf), near.map(textOf))) {
    const [live, now] = [words[match.old], near[match.new]]
    if (live !== undefined && now !== undefined && Math.abs(live.startMs - now.startMs) <= NEAR_MS)
      places[match.old] = match.new
  }
  return { words, near, places }
}

/** Where a change of a line belongs in the transcript; null if unknown. */
export function placeChange(line: MatchedLine, change: LineChange): PlacedChange | null {
  const range = rangeOf(line, change)
  if (range === null) return null
  const { near, words } = line
  const found = near.slice(range.from, range.to)
  if (change.text === '') {
    // Only words that the person saw there are deleted.
    const seen = words.slice(change.from, change.to).map(({ text }) => foldWord(text))
    return found.every(({ text }) => seen.includes(foldWord(text))) ? { ...range, text: '' } : null
  }
  if (found.length === 0 && !isNextTo(line, change)) return null
  return { ...range, text: withPunctuation(line, change, found) }
}

interface Range {
  readonly from: number
  readonly to: number
}

/** The words where the change was made: between its neighbors, or by time if those are unknown. */
function rangeOf({ words, near, places }: MatchedLine, change: LineChange): Range | null {
  const { from, to } = change
  const left = places.findLastIndex((place, index) => index < from && place >= 0)
  const right = places.findIndex((place, index) => index >= to && place >= 0)
  const between: Range = {
    from: left < 0 ? 0 : (places[left] ?? -1) + 1,
    to: right < 0 ? near.length : (places[right] ?? near.length),
  }
  const [isAfterLeft, isBeforeRight] = [left >= 0 && left === from - 1, right === to]
  if (isAfterLeft && isBeforeRight) return narrowed(between, { words, near, places }, change)
  const timed = from === to ? null : saidAt(between, { words, near, places }, change)
  if (timed !== null) return timed
  // There are no words: it is placed next to the known neighbor, unless the same words are already there.
  const count = from === to ? change.text.split(/\s+/u).length : 0
  if (isAfterLeft) {
    const same = { from: between.from, to: Math.min(between.to, between.from + count) }
    return saysSame(near, same, change.text) ? same : { from: between.from, to: between.from }
  }
  const same = { from: Math.max(between.from, between.to - count), to: between.to }
  return isBeforeRight && saysSame(near, same, change.text) ? same : { from: between.to, to: between.to }
}

function saysSame(near: readonly Word[], { from, to }: Range, text: string): boolean {
  const folded = (texts: readonly string[]): string => texts.map(foldWord).join(' ')
  return folded(near.slice(from, to).map((word) => word.text)) === folded(text.split(/\s+/u))
}

/** Narrows the range if more words were recognized there than the person saw or typed. */
function narrowed(between: Range, line: MatchedLine, change: LineChange): Range | null {
  const count = between.to - between.from
  const written = change.text.split(/\s+/u)
  if (count <= Math.max(1, change.to - change.from, change.text === '' ? 0 : written.length)) return between
  if (change.to > change.from) return saidAt(between, line, change)
  const found = line.near.slice(between.from, between.to).map(({ text }) => text.trim())
  const same = alignTexts(written, found).map((match) => between.from + match.new)
  const [first, last] = [same[0], same.at(-1)]
  return first === undefined || last === undefined ? null : { from: first, to: last + 1 }
}

/** The words of the range said at the time of the changed ones; null if there are none. */
function saidAt(range: Range, { words, near }: MatchedLine, change: LineChange): Range | null {
  const startMs = (words[change.from]?.startMs ?? 0) - TOLERANCE_MS
  const endMs = (words[change.to - 1]?.endMs ?? 0) + TOLERANCE_MS
  const isSaid = (index: number): boolean => {
    const word = near[index]
    const middle = word === undefined ? -1 : (word.startMs + word.endMs) / 2
    return middle >= startMs && middle <= endMs
  }
  let [from, to] = [range.from, range.to]
  while (from < to && !isSaid(from)) from += 1
  while (to > from && !isSaid(to - 1)) to -= 1
  return from === to ? null : { from, to }
}

/** Whether a word next to the change was found, so that words can be inserted there. */
function isNextTo({ places }: MatchedLine, { from, to }: LineChange): boolean {
  return (places[from - 1] ?? -1) >= 0 || (places[to] ?? -1) >= 0
}

const OPENING = /^[^\p{L}\p{N}]*/u
const CLOSING = /[^\p{L}\p{N}]*$/u

/** Punctuation that the person did not change is taken from the transcript. */
function withPunctuation(
  { words }: MatchedLine,
  { from, to, text }: LineChange,
  found: readonly Word[],
): string {
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined || !/[\p{L}\p{N}]/u.test(text)) return text
  const edge = (pattern: RegExp, of: string): string => pattern.exec(of)?.[0] ?? ''
  const was = { first: words[from]?.text.trim() ?? '', last: words[to - 1]?.text.trim() ?? '' }
  const [opening, closing] = [edge(OPENING, text), edge(CLOSING, text)]
  const keepsOpening = from === to ? opening === '' : opening === edge(OPENING, was.first)
  const keepsClosing = from === to ? closing === '' : closing === edge(CLOSING, was.last)
  return (
    (keepsOpening ? edge(OPENING, first.text.trim()) : opening) +
    text.slice(opening.length, text.length - closing.length) +
    (keepsClosing ? edge(CLOSING, last.text.trim()) : closing)
  )
}
