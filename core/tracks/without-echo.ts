import { assignSpeakers } from '../paragraphs/assign-speakers.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { SpeakerSegment, Word } from '../transcript/transcript.ts'

/** Turns begin before the first word and end after the last one. */
const MARGIN_MS = 700
/** The rest of a cut turn is speech only if it is longer. */
const MIN_MS = 300

/**
 * A track's turns without the parts in which only an echo was recognized, and without speakers who have no
 * other words.
 * @param words of the track, in order of time, including the echo
 * @param echo ids of words of the echo
 * @param language ISO 639-1
 */
export function segmentsWithoutEcho(
  turns: readonly SpeakerSegment[],
  words: readonly Word[],
  echo: ReadonlySet<string>,
  language: string,
): SpeakerSegment[] {
  const spans = echoSpans(words, echo)
  const speakers = assignSpeakers(words, turns, language)
  const speakersOf = (isEcho: boolean): Set<string | null> =>
    new Set(speakers.filter((_, index) => echo.has(words[index]?.id ?? '') === isEcho))
  const [echoed, speaking] = [speakersOf(true), speakersOf(false)]
  const own = turns.filter(({ speakerId }) => speaking.has(speakerId) || !echoed.has(speakerId))
  return own.flatMap((turn) =>
    spans.reduce<SpeakerSegment[]>((parts, span) => parts.flatMap(without(span)), [turn]),
  )
}

function echoSpans(words: readonly Word[], echo: ReadonlySet<string>): TimeSpan[] {
  const spans: TimeSpan[] = []
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index]
    if (first === undefined || !echo.has(first.id)) continue
    const before = words[index - 1]
    while (echo.has(words[index + 1]?.id ?? '')) index += 1
    const last = words[index] ?? first
    const after = words[index + 1]
    spans.push({
      startMs: Math.max(first.startMs - MARGIN_MS, before?.endMs ?? 0),
      endMs: Math.min(last.endMs + MARGIN_MS, after?.startMs ?? Infinity),
    })
  }
  return spans
}

const without =
  ({ startMs, endMs }: TimeSpan) =>
  (turn: SpeakerSegment): SpeakerSegment[] => {
    if (turn.endMs <= startMs || turn.startMs >= endMs) return [turn]
    return [
      { ...turn, endMs: startMs },
      { ...turn, startMs: endMs },
    ].filter((part) => part.endMs - part.startMs >= MIN_MS)
  }
