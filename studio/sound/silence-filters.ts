import type { TimeSpan } from '#core/transcript/time-span'

/** Filters switch at whole frames of sound: short ones, so that nothing is heard before or after (6 ms at 44.1 kHz). */
const FRAME_SAMPLES = 256
/** Spans of one filter: ffmpeg refuses expressions that are nested too deep. */
const MOST_SPANS = 50

/** Filters for ffmpeg after which sound is silent in the spans, in ms from its start; none for no spans. */
export function silenceFilters(spans: readonly TimeSpan[]): string[] {
  if (spans.length === 0) return []
  const filters = [`asetnsamples=n=${FRAME_SAMPLES}:p=0`]
  for (let at = 0; at < spans.length; at += MOST_SPANS) {
    const when = spans
      .slice(at, at + MOST_SPANS)
      .map(({ startMs, endMs }) => `between(t,${startMs / 1_000},${endMs / 1_000})`)
      .join('+')
    filters.push(`volume=volume=0:enable='${when}'`)
  }
  return filters
}

/** The spans as the clock of a part counts, or the same. */
export function silencesOf(silences: readonly TimeSpan[], part: TimeSpan | undefined): readonly TimeSpan[] {
  const from = part?.startMs ?? 0
  return silences.flatMap(({ startMs, endMs }) =>
    endMs <= from ? [] : [{ startMs: Math.max(0, startMs - from), endMs: endMs - from }],
  )
}
