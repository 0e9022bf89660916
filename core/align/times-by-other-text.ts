import type { TimeSpan } from '../transcript/time-span.ts'
import type { TimedText } from './align-words.ts'
import { comparableWord } from './comparable-word.ts'
import { gapTimes } from './gap-times.ts'
import { gapsOf, matchWords } from './match-words.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import { spansWithin } from './spans-within.ts'

/** The sound that both texts transcribe, in ms from its start. */
export interface SharedSound {
  readonly lengthMs: number
  /** Speech regions. */
  readonly voiced: readonly TimeSpan[]
}

/**
 * Times for the words of one text, taken from another text of the same sound, in ms from its start, never
 * decreasing. A word that both have takes the other's times; words between two such words are placed where
 * the other text has words, else where there is speech. Null if the texts have no word in common.
 */
export function timesByOtherText(
  words: readonly string[],
  timed: readonly TimedText[],
  { lengthMs, voiced }: SharedSound,
): TimeSpan[] | null {
  const own = words.map(comparableWord)
  const places = [...own.keys()].filter((place) => own[place] !== '')
  const others = timed.filter(({ text }) => comparableWord(text) !== '')
  const isStart = (index: number): boolean => index === 0
  const matches = matchWords(
    { keys: places.map((place) => own[place] ?? ''), isStart },
    { keys: others.map(({ text }) => comparableWord(text)), isStart },
  )
  if (matches.length === 0) return null
  const joined = uniteSpans(voiced)
  const times: (TimeSpan | undefined)[] = words.map(() => undefined)
  const at = (index: number): number => places[index] ?? -1
  for (const [index, gap] of gapsOf(matches, places.length, others.length).entries()) {
    const match = matches[index]
    const left = others[matches[index - 1]?.recognized ?? -1]
    const right = others[match?.recognized ?? -1]
    if (match !== undefined && right !== undefined)
      times[at(match.given)] = { startMs: right.startMs, endMs: right.endMs }
    if (gap.givenFrom === gap.givenTo) continue
    const startMs = left?.endMs ?? 0
    const limits = { startMs, endMs: Math.max(startMs, right?.startMs ?? lengthMs) }
    const there = others.slice(gap.recognizedFrom, gap.recognizedTo)
    const filled = gapTimes(
      places.slice(gap.givenFrom, gap.givenTo).map((place) => words[place]?.length ?? 0),
      {
        limits,
        spoken: outline(there.length > 0 ? there : spansWithin(joined, limits)),
        hasBefore: left !== undefined,
        hasAfter: right !== undefined,
      },
    )
    for (const [step, span] of filled.entries()) times[at(gap.givenFrom + step)] = span
  }
  return inOrder(times)
}

function outline(spans: readonly TimeSpan[]): TimeSpan | null {
  const [first] = spans
  if (first === undefined) return null
  return { startMs: first.startMs, endMs: Math.max(...spans.map(({ endMs }) => endMs)) }
}

/** What cannot be spoken, such as a lone punctuation mark, takes no time at the end of the word before. */
function inOrder(times: readonly (TimeSpan | undefined)[]): TimeSpan[] {
  let floor = 0
  let last = 0
  return times.map((span) => {
    const startMs = Math.max(floor, span?.startMs ?? last)
    const endMs = Math.max(startMs, span?.endMs ?? startMs)
    floor = startMs
    last = endMs
    return { startMs, endMs }
  })
}
