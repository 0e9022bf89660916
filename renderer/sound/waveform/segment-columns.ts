import type { Speaker, Transcript } from '#core/transcript/transcript'
import { voiceNumber } from '../../ui/voice.ts'
import { countUpTo } from './word-at-time.ts'

/** The turns as columns in order of start, for drawing. */
export interface SegmentColumns {
  readonly count: number
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** The latest end of this turn and all before it. */
  readonly latestEnds: Float64Array
  /** Value of the speaker's `data-v`: 1–12. */
  readonly voices: Uint8Array
  /** Index into the transcript's speakers. */
  readonly speakers: Int32Array
}

type Sources = Pick<Transcript, 'turns' | 'paragraphs' | 'speakers'>

/** Built from the detected turns; an imported transcript has none, so its paragraphs are used instead. */
export function segmentColumns({ turns, paragraphs, speakers }: Sources): SegmentColumns {
  const places = new Map(speakers.map((speaker, index) => [speaker.id, index]))
  const spans = (turns.length > 0 ? turns : spokenParagraphs(paragraphs))
    .filter((span) => places.has(span.speakerId) && span.endMs > span.startMs)
    .toSorted((a, b) => a.startMs - b.startMs)
  const latestEnds = new Float64Array(spans.length)
  let latest = 0
  for (const [index, span] of spans.entries()) {
    latest = Math.max(latest, span.endMs)
    latestEnds[index] = latest
  }
  const speakerIndexOf = (speakerId: string): number => places.get(speakerId) ?? 0
  return {
    count: spans.length,
    starts: Float64Array.from(spans, (span) => span.startMs),
    ends: Float64Array.from(spans, (span) => span.endMs),
    latestEnds,
    voices: Uint8Array.from(spans, (span) => voiceNumber(speakers[speakerIndexOf(span.speakerId)]?.colour)),
    speakers: Int32Array.from(spans, (span) => speakerIndexOf(span.speakerId)),
  }
}

function spokenParagraphs(
  paragraphs: Sources['paragraphs'],
): { speakerId: string; startMs: number; endMs: number }[] {
  return paragraphs.flatMap(({ kind, speakerId, words }) => {
    const startMs = words[0]?.startMs
    const endMs = words.at(-1)?.endMs
    if (kind !== 'speech' || speakerId === null || startMs === undefined || endMs === undefined) return []
    return [{ speakerId, startMs, endMs }]
  })
}

/** First and last (exclusive) turn that may overlap a range of time. */
export function segmentsBetween(
  turns: SegmentColumns,
  startMs: number,
  endMs: number,
): readonly [number, number] {
  return [countUpTo(turns.latestEnds, startMs), countUpTo(turns.starts, endMs)]
}

/** Each speaker's lane, from 0, in order of first word; speakers without words follow in order of first turn. */
export function lanesOf({ paragraphs, turns, speakers }: Sources): ReadonlyMap<string, number> {
  const known = new Set<string>(speakers.map((speaker: Speaker) => speaker.id))
  const order = new Set<string>()
  for (const { speakerId, words } of paragraphs) {
    if (speakerId !== null && words.length > 0 && known.has(speakerId)) order.add(speakerId)
    if (order.size === known.size) break
  }
  if (order.size < known.size) {
    for (const { speakerId } of turns.toSorted((a, b) => a.startMs - b.startMs)) {
      if (known.has(speakerId)) order.add(speakerId)
    }
    for (const id of known) order.add(id)
  }
  return new Map([...order].map((id, lane) => [id, lane]))
}
