import type { TimeSpan } from '../transcript/time-span.ts'
import type { AlignedWord, Alignment, WordRange } from './aligned-words.ts'
import { comparableWord } from './comparable-word.ts'
import { gapKind } from './gap-kind.ts'
import { gapTimes } from './gap-times.ts'
import type { Gap, Match } from './match.ts'
import { gapsOf, matchWords } from './match-words.ts'
import { endsWithStop } from './ends-with-stop.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import { spansWithin } from './spans-within.ts'

export interface TimedText extends TimeSpan {
  readonly text: string
}

export interface AlignOptions {
  /** Length of the recording; no word ends later. */
  readonly durationMs: number
  /** Speech regions, including those in which nothing was recognized. */
  readonly speech?: readonly TimeSpan[]
  /** Indexes of the text's words that begin a paragraph or cue. */
  readonly starts?: ReadonlySet<number>
}

/** After a pause this long, recognized words count as the start of a sentence. */
const newStartMs = 500

/**
 * Gives the words of a text the times of the recognized words (which are in order of time). A word that
 * matches one takes its times; words between matches are placed where speech is, in the pause between their
 * neighbors, with at least 20 ms each where there is room. Longer passages without speech are unspoken and
 * last 0 ms.
 */
export function alignWords(
  given: readonly string[],
  recognized: readonly TimedText[],
  { durationMs, speech = [], starts = new Set() }: AlignOptions,
): Alignment {
  const own = comparable(given)
  const other = comparable(recognized.map(({ text }) => text))
  const isStart = (index: number): boolean => {
    const place = own.places[index] ?? 0
    return place === 0 || starts.has(place) || endsWithStop(given[place - 1] ?? '')
  }
  const isRecognizedStart = (index: number): boolean => {
    const place = other.places[index] ?? 0
    const [before, word] = [recognized[place - 1], recognized[place]]
    if (before === undefined || word === undefined) return true
    return endsWithStop(before.text) || word.startMs - before.endMs >= newStartMs
  }
  const matches = matchWords({ keys: own.keys, isStart }, { keys: other.keys, isStart: isRecognizedStart })
  const timed = other.places.flatMap((place) => recognized[place] ?? [])
  const words: (AlignedWord | undefined)[] = given.map(() => undefined)
  const unspoken: WordRange[] = []
  const unwritten: WordRange[] = []
  const joined = uniteSpans(speech)
  for (const [index, gap] of gapsOf(matches, own.keys.length, other.keys.length).entries()) {
    const filled = fillGap(gap, matches[index - 1], matches[index], {
      keys: own.keys,
      timed,
      joined,
      durationMs,
    })
    for (const [step, word] of filled.words.entries()) words[own.places[gap.givenFrom + step] ?? -1] = word
    if (filled.isUnspoken) unspoken.push(rangeOf(own.places, gap.givenFrom, gap.givenTo))
    if (filled.unwrittenFrom !== null) {
      unwritten.push(rangeOf(other.places, gap.recognizedFrom + filled.unwrittenFrom, gap.recognizedTo))
    }
    const match = matches[index]
    const at = match === undefined ? undefined : timed[match.recognized]
    if (match === undefined || at === undefined) continue
    words[own.places[match.given] ?? -1] = {
      startMs: at.startMs,
      endMs: at.endMs,
      recognized: other.places[match.recognized] ?? null,
      isUnspoken: false,
    }
  }
  return { words: withSilentWords(words, starts), unspoken, unwritten }
}

/** Words that can be spoken, and their indexes in the text. */
function comparable(texts: readonly string[]): { readonly keys: string[]; readonly places: number[] } {
  const keys: string[] = []
  const places: number[] = []
  for (const [place, text] of texts.entries()) {
    const key = comparableWord(text)
    if (key === '') continue
    keys.push(key)
    places.push(place)
  }
  return { keys, places }
}

const rangeOf = (places: readonly number[], from: number, to: number): WordRange => ({
  from: places[from] ?? 0,
  to: (places[to - 1] ?? -1) + 1,
})

interface Sides {
  readonly keys: readonly string[]
  readonly timed: readonly TimedText[]
  readonly joined: readonly TimeSpan[]
  readonly durationMs: number
}

function fillGap(
  gap: Gap,
  before: Match | undefined,
  after: Match | undefined,
  { keys, timed, joined, durationMs }: Sides,
): { readonly words: AlignedWord[]; readonly isUnspoken: boolean; readonly unwrittenFrom: number | null } {
  const given = keys.slice(gap.givenFrom, gap.givenTo)
  const left = before === undefined ? undefined : timed[before.recognized]
  const right = after === undefined ? undefined : timed[after.recognized]
  const startMs = left?.endMs ?? 0
  const limits = { startMs, endMs: Math.max(startMs, right?.startMs ?? durationMs) }
  const there = timed.slice(gap.recognizedFrom, gap.recognizedTo)
  const speech = there.length > 0 || given.length === 0 ? [] : spansWithin(joined, limits)
  const kind = gapKind({ given, recognizedCount: there.length, speech })
  const word = { recognized: null, isUnspoken: kind.isUnspoken }
  if (kind.isUnspoken) {
    const atMs = left === undefined ? limits.endMs : limits.startMs
    const place = left === undefined && right === undefined ? 0 : atMs
    return { ...kind, words: given.map(() => ({ ...word, startMs: place, endMs: place })) }
  }
  const spoken = outline(there.length > 0 ? there.slice(0, kind.unwrittenFrom ?? there.length) : speech)
  const lengths = given.map(({ length }) => length)
  const times = gapTimes(lengths, {
    limits,
    spoken,
    hasBefore: left !== undefined,
    hasAfter: right !== undefined,
  })
  return { ...kind, words: times.map((span) => ({ ...word, ...span })) }
}

function outline(spans: readonly TimeSpan[]): TimeSpan | null {
  const [first] = spans
  if (first === undefined) return null
  return { startMs: first.startMs, endMs: spans.reduce((end, { endMs }) => Math.max(end, endMs), 0) }
}

/**
 * Punctuation that is a word of its own takes no time: it is placed at the end of the word before, an opening
 * mark at the start of the next.
 */
function withSilentWords(
  words: readonly (AlignedWord | undefined)[],
  starts: ReadonlySet<number>,
): AlignedWord[] {
  const filled: AlignedWord[] = []
  for (const [index, word] of words.entries()) {
    if (word !== undefined) {
      filled.push(word)
      continue
    }
    const before = starts.has(index) ? undefined : filled.at(-1)
    const next = words.slice(index, index + 8).find((each) => each !== undefined)
    const near = before ?? next ?? filled.at(-1)
    const atMs = near === undefined ? 0 : near === before ? near.endMs : near.startMs
    filled.push({ startMs: atMs, endMs: atMs, recognized: null, isUnspoken: near?.isUnspoken ?? false })
  }
  return filled
}
