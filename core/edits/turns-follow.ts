import type { Turn } from '../transcript/transcript.ts'

/**
 * Turns after a person said that what `from` spoke between two times was spoken by `to` (null: by nobody
 * known). Turns of `from` are cut there and given to `to`; where there is none, one is made, unless `to` is
 * already heard all that time. Other speakers' turns, and their overlaps, stay. In order of start.
 */
export function reassignTurns(
  turns: readonly Turn[],
  span: { readonly startMs: number; readonly endMs: number },
  from: string | null,
  to: string | null,
): readonly Turn[] {
  if (from === to || span.endMs <= span.startMs) return turns
  const result: Turn[] = []
  let relabelled = false
  for (const turn of turns) {
    if (turn.speakerId !== from || turn.endMs <= span.startMs || turn.startMs >= span.endMs) {
      result.push(turn)
      continue
    }
    relabelled = true
    if (turn.startMs < span.startMs) result.push({ ...turn, endMs: span.startMs })
    if (to !== null) {
      const startMs = Math.max(turn.startMs, span.startMs)
      const endMs = Math.min(turn.endMs, span.endMs)
      result.push({ ...turn, speakerId: to, startMs, endMs })
    }
    if (turn.endMs > span.endMs) result.push({ ...turn, startMs: span.endMs })
  }
  const heard = turns.some(
    (turn) => turn.speakerId === to && turn.startMs <= span.startMs && turn.endMs >= span.endMs,
  )
  if (!relabelled && to !== null && !heard) {
    result.push({ speakerId: to, startMs: span.startMs, endMs: span.endMs })
  } else if (!relabelled) return turns
  return result.sort((a, b) => a.startMs - b.startMs)
}
