import type { Speaker, Turn } from '../transcript/transcript.ts'

/** What one speaker said: turns in order of time that neither overlap nor touch. */
export interface SpeakerTurns {
  readonly id: string
  readonly turns: readonly { readonly startMs: number; readonly endMs: number }[]
}

/** Each speaker's turns, cut at 0 and `durationMs`, overlapping and touching ones joined. */
export function joinedTurns(
  turns: readonly Turn[],
  durationMs: number,
  speakers: readonly Pick<Speaker, 'id'>[],
): SpeakerTurns[] {
  const joined = new Map<string, { startMs: number; endMs: number }[]>(speakers.map(({ id }) => [id, []]))
  for (const turn of turns.toSorted((a, b) => a.startMs - b.startMs)) {
    const startMs = Math.max(0, turn.startMs)
    const endMs = Math.min(durationMs, turn.endMs)
    if (endMs <= startMs) continue
    const own = joined.get(turn.speakerId) ?? []
    joined.set(turn.speakerId, own)
    const last = own.at(-1)
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs)
    else own.push({ startMs, endMs })
  }
  return [...joined].map(([id, own]) => ({ id, turns: own }))
}
