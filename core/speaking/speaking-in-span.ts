import type { TimeSpan } from '../transcript/time-span.ts'
import type { Paragraph, Transcript, SpeakerSegment } from '../transcript/transcript.ts'
import { speakingTime, type SpeakingTime } from './speaking-time.ts'

/** Speaking time within a span of the recording; null: in all of it. */
export function speakingInSpan(
  { turns, paragraphs, speakers }: Pick<Transcript, 'turns' | 'paragraphs' | 'speakers'>,
  durationMs: number,
  span: TimeSpan | null,
): SpeakingTime {
  const said = span === null ? paragraphs : within(paragraphs, span)
  return speakingTime(turnsInSpan(turns, span), spanLengthMs(durationMs, span), said, speakers)
}

export function spanLengthMs(durationMs: number, span: TimeSpan | null): number {
  return (span?.endMs ?? durationMs) - (span?.startMs ?? 0)
}

/** Turns with times relative to the span's start; they are not clipped to it. */
export function turnsInSpan(
  turns: readonly SpeakerSegment[],
  span: TimeSpan | null,
): readonly SpeakerSegment[] {
  const startMs = span?.startMs ?? 0
  if (startMs === 0) return turns
  return turns.map((turn) => ({ ...turn, startMs: turn.startMs - startMs, endMs: turn.endMs - startMs }))
}

/** A word belongs to the span that contains its midpoint. */
function within(paragraphs: readonly Paragraph[], { startMs, endMs }: TimeSpan): Paragraph[] {
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.filter((word) => {
      const middle = (word.startMs + word.endMs) / 2
      return middle >= startMs && middle < endMs
    }),
  }))
}
