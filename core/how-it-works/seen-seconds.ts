import type { DoubtEvidence } from '../doubt/evidence.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'

/** Length of what the pictures show, in ms. */
export const SEEN_MS = 12_000
/** As many as fit side by side. */
const MAX_WORDS = 9
/** Of words with a lower confidence, at least half are wrong (docs/engine.md). */
export const UNSURE = 0.6
const BEFORE_PASSAGE_MS = 300

/** A few seconds of a recording after each step of the program. Spans are clipped to these seconds. */
export interface SeenSeconds extends TimeSpan {
  readonly speech: readonly TimeSpan[]
  readonly passages: readonly TimeSpan[]
  /** The first words of the first passage that begins here. */
  readonly words: readonly Pick<Word, 'text' | 'confidence'>[]
}

/**
 * The seconds that show the most: words, pauses, more than one passage. Null if it is no longer known how the
 * text was made, or it was not made from sound.
 */
export function seenSeconds(transcript: Transcript, evidence: DoubtEvidence): SeenSeconds | null {
  const { regions = [], chunks = [] } = evidence
  const words = transcript.paragraphs.flatMap((paragraph) => paragraph.words)
  let best: { readonly seen: SeenSeconds; readonly score: number } | null = null
  for (const { startMs } of chunks) {
    const seen = secondsFrom(Math.max(0, startMs - BEFORE_PASSAGE_MS), regions, chunks, words)
    const score = scoreOf(seen)
    if (seen.words.length > 0 && (best === null || score > best.score)) best = { seen, score }
  }
  return best?.seen ?? null
}

function secondsFrom(
  startMs: number,
  regions: readonly TimeSpan[],
  chunks: readonly TimeSpan[],
  words: readonly Word[],
): SeenSeconds {
  const endMs = startMs + SEEN_MS
  const cut = (spans: readonly TimeSpan[]): TimeSpan[] =>
    spans
      .filter((span) => span.endMs > startMs && span.startMs < endMs)
      .map((span) => ({ startMs: Math.max(startMs, span.startMs), endMs: Math.min(endMs, span.endMs) }))
  const passages = cut(chunks)
  // A passage that began earlier is not complete here.
  const first = passages.find((passage) => passage.startMs > startMs) ?? passages[0]
  const own =
    first === undefined
      ? []
      : words.filter((word) => word.startMs >= first.startMs && word.startMs < first.endMs)
  return {
    startMs,
    endMs,
    speech: cut(regions),
    passages,
    words: own.slice(0, MAX_WORDS).map(({ text, confidence }) => ({ text, confidence })),
  }
}

function scoreOf({ words, speech, passages }: SeenSeconds): number {
  const hasUnsure = words.some(({ confidence }) => confidence !== null && confidence < UNSURE)
  return (
    words.length + Math.min(3, speech.length) * 2 + Math.min(2, passages.length) * 3 + (hasUnsure ? 3 : 0)
  )
}
