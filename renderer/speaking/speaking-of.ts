import type { TimeSpan } from '#core/transcript/time-span'
import { type SpeakerTurns, spokenTurns, stretchesIn } from '#core/speaking/spoken-turns'
import { spanLengthMs, speakingInSpan, turnsInSpan } from '#core/speaking/speaking-in-span'
import type { SpeakingTime } from '#core/speaking/speaking-time'
import type { Transcript } from '#core/transcript/transcript'

/** Core's figures of the whole or a part, with the data for the drawings. */
export interface Speaking extends TurnFigures {
  readonly figures: SpeakingTime
}

/** What depends on the turns alone: typing does not change it. */
export interface TurnFigures {
  /** Turns by speaker, in ms from the start of the part. */
  readonly turns: readonly SpeakerTurns[]
  readonly longestSilenceMs: number
  /** How many times two or more spoke at once. */
  readonly overlapPlaces: number
}

/** Who spoke for how long in a part of the recording; null: in all of it. */
export function speakingOf(
  transcript: Pick<Transcript, 'turns' | 'paragraphs' | 'speakers'>,
  durationMs: number,
  span: TimeSpan | null,
): Speaking {
  return {
    figures: speakingInSpan(transcript, durationMs, span),
    ...diarizedSegments(transcript, durationMs, span),
  }
}

export function diarizedSegments(
  { turns, speakers }: Pick<Transcript, 'turns' | 'speakers'>,
  durationMs: number,
  span: TimeSpan | null,
): TurnFigures {
  const lengthMs = spanLengthMs(durationMs, span)
  const spoken = spokenTurns(turnsInSpan(turns, span), lengthMs, speakers)
  return { turns: spoken, ...pausesOf(spoken, lengthMs) }
}

/** One pass over all starts and ends. */
function pausesOf(
  speakers: readonly SpeakerTurns[],
  durationMs: number,
): { longestSilenceMs: number; overlapPlaces: number } {
  const changes = speakers
    .flatMap((speaker) =>
      stretchesIn(speaker).flatMap(({ startMs, endMs }) => [
        { ms: startMs, by: 1 },
        { ms: endMs, by: -1 },
      ]),
    )
    // Ends sort before starts at the same time: adjacent turns do not overlap.
    .sort((a, b) => a.ms - b.ms || a.by - b.by)
  let speaking = 0
  let silentSince = 0
  let longestSilenceMs = 0
  let overlapPlaces = 0
  for (const { ms, by } of changes) {
    if (speaking === 0 && by === 1) longestSilenceMs = Math.max(longestSilenceMs, ms - silentSince)
    speaking += by
    if (speaking === 0) silentSince = ms
    if (speaking === 2 && by === 1) overlapPlaces++
  }
  return { longestSilenceMs: Math.max(longestSilenceMs, durationMs - silentSince), overlapPlaces }
}
