import type { TimeSpan } from '../transcript/time-span.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import type { SpeakerSegment } from '../transcript/transcript.ts'

/** When one speaker talks: spans in order of time that neither overlap nor touch. */
export interface SpeakerSpans {
  readonly speakerId: string
  readonly spans: readonly TimeSpan[]
}

/** Turns by speaker, in order of first turn; overlapping or touching turns are merged. */
export function speakerSpans(turns: readonly SpeakerSegment[]): SpeakerSpans[] {
  const inOrder = [...turns].sort((a, b) => a.startMs - b.startMs)
  const bySpeaker = Map.groupBy(inOrder, (turn) => turn.speakerId)
  return Array.from(bySpeaker, ([speakerId, own]) => ({ speakerId, spans: uniteSpans(own) }))
}

/** For how many milliseconds of a span the speaker talks. */
export function coverage({ spans }: SpeakerSpans, span: TimeSpan): number {
  let covered = 0
  for (let index = firstEndingAfter(spans, span.startMs); index < spans.length; index++) {
    const { startMs, endMs } = spans[index] as TimeSpan
    if (startMs >= span.endMs) break
    covered += Math.min(endMs, span.endMs) - Math.max(startMs, span.startMs)
  }
  return covered
}

/** The speaker's span nearest to another, or the longest of those that overlap it. */
export function nearestSpan({ spans }: SpeakerSpans, span: TimeSpan): TimeSpan | null {
  let nearest: TimeSpan | null = null
  const from = Math.max(0, firstEndingAfter(spans, span.startMs) - 1)
  for (let index = from; index < spans.length; index++) {
    const candidate = spans[index] as TimeSpan
    if (nearest === null || isNearer(candidate, nearest, span)) nearest = candidate
    if (candidate.startMs >= span.endMs) break
  }
  return nearest
}

/** Milliseconds between two spans, 0 if they touch or overlap. */
export function distance(one: TimeSpan, other: TimeSpan): number {
  return Math.max(0, one.startMs - other.endMs, other.startMs - one.endMs)
}

function isNearer(candidate: TimeSpan, nearest: TimeSpan, span: TimeSpan): boolean {
  const difference = distance(candidate, span) - distance(nearest, span)
  return difference < 0 || (difference === 0 && length(candidate) > length(nearest))
}

const length = (span: TimeSpan): number => span.endMs - span.startMs

function firstEndingAfter(spans: readonly TimeSpan[], ms: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as TimeSpan).endMs <= ms) low = middle + 1
    else high = middle
  }
  return low
}
