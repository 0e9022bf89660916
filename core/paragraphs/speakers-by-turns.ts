import type { SpeakerSegment, Word } from '../transcript/transcript.ts'
import { divideOverlaps } from './divide-overlaps.ts'
import { coverage, distance, nearestSpan, speakerSpans, type SpeakerSpans } from './speaker-spans.ts'
import type { TimeSpan } from '../transcript/time-span.ts'

/** A word outside of all turns belongs to the nearest one within this time. */
const NEAREST_TURN_MS = 1000
/** Turn edges lie on frames of this many milliseconds (docs/engine.md): a smaller difference is not significant. */
const FRAME_MS = 17

/**
 * Assigns each word to the speaker whose turns cover most of it. When several cover it equally, they talk at
 * the same time: between two turns the words are divided at a sentence end, elsewhere the one with the longer
 * run of neighboring words is chosen. When none covers it, the nearest turn within 1 s counts, else null.
 * @param words in order of time
 * @param language ISO 639-1
 */
export function speakersByTurns(
  words: readonly Word[],
  turns: readonly SpeakerSegment[],
  language = 'und',
): (string | null)[] {
  const speakers = speakerSpans(turns)
  const candidates = words.map((word) => candidatesFor(spanOf(word), speakers))
  const divided = divideOverlaps(words, candidates, speakers, language)
  return candidates.map((own, index) => {
    const known = divided.get(index)
    if (known !== undefined) return known
    let chosen: string | null = null
    let longest = 0
    for (const speakerId of own) {
      const length = own.length === 1 ? 1 : runLength(candidates, index, speakerId)
      if (length > longest) {
        longest = length
        chosen = speakerId
      }
    }
    return chosen
  })
}

/** Possible speakers of a word, the likeliest first. */
function candidatesFor(word: TimeSpan, speakers: readonly SpeakerSpans[]): string[] {
  const covering = speakers
    .map((speaker) => ({ speakerId: speaker.speakerId, covered: coverage(speaker, word) }))
    .filter(({ covered }) => covered > 0)
    .sort((a, b) => b.covered - a.covered)
  const most = covering[0]?.covered
  if (most === undefined) {
    const nearest = nearestSpeaker(word, speakers)
    return nearest === null ? [] : [nearest]
  }
  return covering.filter(({ covered }) => covered >= most - FRAME_MS).map(({ speakerId }) => speakerId)
}

function nearestSpeaker(word: TimeSpan, speakers: readonly SpeakerSpans[]): string | null {
  let nearest: string | null = null
  let shortest = Infinity
  for (const speaker of speakers) {
    const span = nearestSpan(speaker, word)
    const away = span === null ? Infinity : distance(span, word)
    if (away <= NEAREST_TURN_MS && away < shortest) {
      shortest = away
      nearest = speaker.speakerId
    }
  }
  return nearest
}

/** Number of neighboring words, this one included, that a speaker may have said. */
function runLength(candidates: readonly (readonly string[])[], index: number, speakerId: string): number {
  let from = index
  let until = index + 1
  while (candidates[from - 1]?.includes(speakerId) === true) from--
  while (candidates[until]?.includes(speakerId) === true) until++
  return until - from
}

/** A zero-length word gets 1 ms so that it can overlap a span. */
const spanOf = ({ startMs, endMs }: Word): TimeSpan => ({ startMs, endMs: Math.max(endMs, startMs + 1) })
