import type { TimeSpan } from '../transcript/time-span.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import type { SpeakerSegment } from '../transcript/transcript.ts'

/**
 * A remainder shorter than this after a cut is not speech: word edges are accurate to about a tenth of a
 * second.
 */
const MIN_LEFT_MS = 300

/**
 * The turns after a person reassigned what `from` spoke between two times to `to` (null: unknown speaker).
 * Turns of `from` are cut there and given to `to`; if there is none, one is added, unless `to` already speaks
 * for all of that time. Remainders of a turn of `from` under 0.3 s are reassigned too. Other speakers' turns,
 * and their overlaps, are unchanged. In order of start.
 */
export function reassignTurns(
  turns: readonly SpeakerSegment[],
  words: TimeSpan,
  from: string | null,
  to: string | null,
): readonly SpeakerSegment[] {
  if (from === to || words.endMs <= words.startMs) return turns
  const span = withShortRemainders(turns, words, from)
  const result: SpeakerSegment[] = []
  let isRelabeled = false
  for (const turn of turns) {
    if (turn.speakerId !== from || turn.endMs <= span.startMs || turn.startMs >= span.endMs) {
      result.push(turn)
      continue
    }
    isRelabeled = true
    if (turn.startMs < span.startMs) result.push({ ...turn, endMs: span.startMs })
    if (to !== null) {
      const startMs = Math.max(turn.startMs, span.startMs)
      const endMs = Math.min(turn.endMs, span.endMs)
      result.push({ ...turn, speakerId: to, startMs, endMs })
    }
    if (turn.endMs > span.endMs) result.push({ ...turn, startMs: span.endMs })
  }
  const isCovered = turns.some(
    (turn) => turn.speakerId === to && turn.startMs <= span.startMs && turn.endMs >= span.endMs,
  )
  if (!isRelabeled && to !== null && !isCovered) {
    result.push({ speakerId: to, startMs: span.startMs, endMs: span.endMs })
  } else if (!isRelabeled) return turns
  return result.sort((a, b) => a.startMs - b.startMs)
}

/** The span extended by the remainders of a turn of `from` that a cut at its ends would leave too short. */
function withShortRemainders(
  turns: readonly SpeakerSegment[],
  span: TimeSpan,
  from: string | null,
): TimeSpan {
  const stretches = uniteSpans(turns.filter((turn) => turn.speakerId === from))
  const cutAt = (ms: number): TimeSpan | undefined =>
    stretches.find((one) => one.startMs < ms && ms < one.endMs)
  const before = cutAt(span.startMs)?.startMs ?? span.startMs
  const after = cutAt(span.endMs)?.endMs ?? span.endMs
  return {
    startMs: span.startMs - before < MIN_LEFT_MS ? before : span.startMs,
    endMs: after - span.endMs < MIN_LEFT_MS ? after : span.endMs,
  }
}
