import type { Speaker, SpeakerSegment } from '../transcript/transcript.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { turnRule } from '../turn-rules/present-rule.ts'
import type { Pause } from '../turn-rules/turn-rule.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'

/** Lasts from the start of its first stretch to the end of its last one; the speaker speaks only in the stretches. */
export interface SpokenTurn extends TimeSpan {
  /** In order of time; they neither overlap nor touch. */
  readonly stretches: readonly TimeSpan[]
}

/** The turns of one speaker, in order of time. */
export interface SpeakerTurns {
  readonly id: string
  readonly turns: readonly SpokenTurn[]
}

/**
 * Each speaker's turns, limited to 0 and `durationMs`. Stretches of one speaker that overlap or touch are merged; two
 * stretches are one turn if the program's rule says so of the pause between them.
 */
export function spokenTurns(
  allTurns: readonly SpeakerSegment[],
  durationMs: number,
  speakers: readonly Pick<Speaker, 'id'>[],
): SpeakerTurns[] {
  const stretches = stretchesOf(allTurns, durationMs, speakers)
  const spokenUntil = spokenTimeUntil([...stretches.values()].flat())
  // Speech between a speaker's own stretches is always by somebody else.
  const pauseBetween = (startMs: number, endMs: number): Pause => ({
    lengthMs: endMs - startMs,
    othersMs: () => spokenUntil(endMs) - spokenUntil(startMs),
  })
  return [...stretches].map(([id, own]) => {
    const turns: { startMs: number; endMs: number; stretches: TimeSpan[] }[] = []
    for (const stretch of own) {
      const last = turns.at(-1)
      if (last !== undefined && turnRule.isContinued(pauseBetween(last.endMs, stretch.startMs))) {
        last.endMs = stretch.endMs
        last.stretches.push(stretch)
      } else turns.push({ ...stretch, stretches: [stretch] })
    }
    return { id, turns }
  })
}

/** All stretches of a speaker, across turns. */
export function stretchesIn({ turns }: SpeakerTurns): TimeSpan[] {
  return turns.flatMap(({ stretches }) => stretches)
}

function stretchesOf(
  allTurns: readonly SpeakerSegment[],
  durationMs: number,
  speakers: readonly Pick<Speaker, 'id'>[],
): Map<string, TimeSpan[]> {
  const bySpeaker = new Map<string, TimeSpan[]>(speakers.map(({ id }) => [id, []]))
  for (const { speakerId, ...turn } of allTurns) {
    const startMs = Math.max(0, turn.startMs)
    const endMs = Math.min(durationMs, turn.endMs)
    if (endMs <= startMs) continue
    const own = bySpeaker.get(speakerId)
    if (own === undefined) bySpeaker.set(speakerId, [{ startMs, endMs }])
    else own.push({ startMs, endMs })
  }
  for (const [id, own] of bySpeaker) bySpeaker.set(id, uniteSpans(own))
  return bySpeaker
}

/** Total time up to a moment in which anybody spoke; two at once count once. */
function spokenTimeUntil(stretches: readonly TimeSpan[]): (ms: number) => number {
  const spoken = uniteSpans(stretches)
  const before: number[] = []
  let sum = 0
  for (const { startMs, endMs } of spoken) {
    before.push(sum)
    sum += endMs - startMs
  }
  return (ms) => {
    let low = 0
    let high = spoken.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((spoken[middle]?.startMs ?? Infinity) <= ms) low = middle + 1
      else high = middle
    }
    const last = spoken[low - 1]
    return last === undefined ? 0 : (before[low - 1] ?? 0) + Math.min(ms, last.endMs) - last.startMs
  }
}
