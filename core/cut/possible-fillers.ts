import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { LoudnessCurve } from './loudness.ts'
import { soundBetween } from './noise.ts'

/** Length of speech without words that may be an "um", in ms. */
const SHORTEST_MS = 150
const LONGEST_MS = 1_200
/** A hum is quieter than words. */
const SHARE_OF_SPEECH = 0.35
/** Quieter for less than this, it goes on; in ms. */
const BRIDGED_MS = 40

/**
 * Sound as of speech between two words that nobody wrote, in order: perhaps an "um", as recognizers leave most of them
 * out; perhaps a cough or a chair. To be heard one by one, never cut together. Nothing where words were deleted from the
 * text (`deleted`).
 */
export function possibleFillers(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  loudness: LoudnessCurve,
  deleted: readonly TimeSpan[] = [],
): TimeSpan[] {
  const { spoken, noise } = soundBetween(paragraphs, loudness)
  return spoken.slice(1).flatMap(({ startMs: untilMs }, place) => {
    const gap = { startMs: spoken[place]?.endMs ?? untilMs, endMs: untilMs }
    return bridged(noise?.loudIn(gap, SHARE_OF_SPEECH) ?? []).filter(
      (sound) => hasLength(sound) && !deleted.some((span) => overlap(span, sound)),
    )
  })
}

const hasLength = ({ startMs, endMs }: TimeSpan): boolean =>
  endMs - startMs >= SHORTEST_MS && endMs - startMs <= LONGEST_MS

const overlap = (one: TimeSpan, other: TimeSpan): boolean =>
  one.startMs < other.endMs && other.startMs < one.endMs

function bridged(sounds: readonly TimeSpan[]): TimeSpan[] {
  const found: TimeSpan[] = []
  for (const sound of sounds) {
    const last = found.at(-1)
    if (last !== undefined && sound.startMs - last.endMs <= BRIDGED_MS)
      found[found.length - 1] = { startMs: last.startMs, endMs: sound.endMs }
    else found.push(sound)
  }
  return found
}
