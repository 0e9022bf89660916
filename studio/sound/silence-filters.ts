import type { TimeSpan } from '#core/transcript/time-span'

/** Filters switch at whole frames of sound: short ones make the spans exact (6 ms at 44.1 kHz). */
const FRAME_SAMPLES = 256
/** Maximum number of spans in one filter: ffmpeg rejects expressions that are nested too deeply. */
const MAX_SPANS = 50

/** ffmpeg filters that silence the sound in the spans, in ms from its start; none for no spans. */
export function silenceFilters(spans: readonly TimeSpan[]): string[] {
  if (spans.length === 0) return []
  const filters = [`asetnsamples=n=${FRAME_SAMPLES}:p=0`]
  for (let at = 0; at < spans.length; at += MAX_SPANS) {
    const when = spans
      .slice(at, at + MAX_SPANS)
      .map(({ startMs, endMs }) => `between(t,${startMs / 1_000},${endMs / 1_000})`)
      .join('+')
    filters.push(`volume=volume=0:enable='${when}'`)
  }
  return filters
}

/** The spans relative to the start of a part, or unchanged. */
export function silencesOf(silences: readonly TimeSpan[], part: TimeSpan | undefined): readonly TimeSpan[] {
  const from = part?.startMs ?? 0
  return silences.flatMap(({ startMs, endMs }) =>
    endMs <= from ? [] : [{ startMs: Math.max(0, startMs - from), endMs: endMs - from }],
  )
}
