import { PCM_RATE } from '../sound/pcm.ts'
import type { Band, Decoded, RawRecognition, Token } from './decoded.ts'
import type { SampleSpan } from '../windows/windows.ts'

/**
 * Confidence marks of the embedded Whisper: a token whose probability was under .8 / .5 / .25 ends in
 * U+E001 / U+E002 / U+E003 (resources/models/whisper-base-beam5/PROVENANCE.md).
 */
const MARK_BASE = 0xe000
const MARKS = /[\uE001-\uE003]/gu
/** SentencePiece's word boundary, which some models leave in their tokens. */
const BOUNDARY = /\u2581/gu

/** The same thresholds for models that provide log probabilities instead of marks. */
export function bandOfProbability(probability: number): Band {
  if (probability >= 0.8) return 0
  if (probability >= 0.5) return 1
  return probability >= 0.25 ? 2 : 3
}

function bandOfMarks(token: string): Band {
  let worst = 0
  for (const mark of token.match(MARKS) ?? []) worst = Math.max(worst, (mark.codePointAt(0) ?? 0) - MARK_BASE)
  return worst as Band
}

const plain = (text: string): string => text.replace(MARKS, '').replace(BOUNDARY, ' ')

/** How a model reports its confidence: marks inside tokens, separate log probabilities, or not at all. */
export type ConfidenceSource = 'marks' | 'log-probabilities' | 'none'

/**
 * Converts a raw result into tokens with times and bands. A token's end is its start plus its duration where the
 * model provides one, else the next token's start.
 */
export function readTokens(raw: RawRecognition, span: SampleSpan, confidence: ConfidenceSource): Decoded {
  const texts = raw.tokens ?? []
  const starts = raw.timestamps ?? []
  const timed = starts.length === texts.length && texts.length > 0
  const durations = raw.durations?.length === texts.length ? raw.durations : null
  const logProbs = raw.ys_log_probs?.length === texts.length ? raw.ys_log_probs : null
  const spanSeconds = span.sampleCount / PCM_RATE
  const tokens = texts.map((text, index): Token => {
    const start = timed ? Math.min(starts[index] as number, spanSeconds) : null
    const next = starts[index + 1] ?? spanSeconds
    const duration = durations?.[index]
    const end =
      start === null ? null : Math.min(spanSeconds, duration === undefined ? next : start + duration)
    let band: Band | null = null
    if (confidence === 'marks') band = bandOfMarks(text)
    else if (confidence === 'log-probabilities' && logProbs) {
      band = bandOfProbability(Math.exp(logProbs[index] as number))
    }
    return {
      text: plain(text),
      startSeconds: start,
      endSeconds: start === null || end === null ? null : Math.max(start, end),
      band,
    }
  })
  return { span, text: plain(raw.text).trim(), language: raw.lang ?? '', tokens }
}
