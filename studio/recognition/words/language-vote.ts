import type { Chunk } from '#core/chunks/plan'
import { PCM_RATE } from '#core/sound/pcm'
import type { SampleSpan } from '#core/windows/windows'
import { comparableWords } from '#core/words/comparable'
import { currentMeter } from '../../run-cost/run-meter.ts'
import type { Decoder } from './decoder.ts'

/** The first seconds of a chunk are enough to detect its language (29 of 30 clips from 5 s, docs/engine.md). */
const VOTE_SECONDS = 6
const MIN_VOTE_SECONDS = 1.5
const VOTES = 7

/**
 * Indexes of the chunks that vote, spread over the recording; the longest in each part, as they are the most
 * reliable.
 */
export function votingChunks(chunks: readonly Chunk[]): number[] {
  const length = (index: number): number => {
    const chunk = chunks[index] as Chunk
    return chunk.endSample - chunk.startSample
  }
  const all = [...chunks.keys()]
  const long = all.filter((index) => length(index) >= MIN_VOTE_SECONDS * PCM_RATE)
  const candidates = long.length > 0 ? long : all
  const stretches = Math.min(VOTES, candidates.length)
  return Array.from({ length: stretches }, (_, stretch) => {
    const from = Math.floor((stretch * candidates.length) / stretches)
    const to = Math.floor(((stretch + 1) * candidates.length) / stretches)
    return candidates.slice(from, to).reduce((best, index) => (length(index) > length(best) ? index : best))
  })
}

/** The part of a chunk that is enough to detect its language, for a model used for nothing else. */
export function beginningOf({ startSample, endSample }: Chunk): SampleSpan {
  return { startSample, sampleCount: Math.min(endSample - startSample, VOTE_SECONDS * PCM_RATE) }
}

/**
 * Detects one language for the recording by a vote over the spans, each vote weighted by its word count.
 * `speaks` limits the vote to the chosen model's languages. `und` if no span has a word.
 */
export async function voteLanguage(
  decoder: Decoder,
  spans: readonly SampleSpan[],
  supportsLanguage: (language: string) => boolean,
): Promise<string> {
  const votes = new Map<string, { count: number; words: number }>()
  const ask = async (span: SampleSpan) => {
    const decoded = await decoder.decode(span)
    const words = decoded ? comparableWords(decoded.text).length : 0
    if (!decoded || words === 0 || decoded.language === '' || !supportsLanguage(decoded.language)) return
    const vote = votes.get(decoded.language) ?? { count: 0, words: 0 }
    votes.set(decoded.language, { count: vote.count + 1, words: vote.words + words })
  }
  // The beginning, middle and end are decoded first; if they agree, the rest is skipped.
  const first = new Set([0, Math.floor(spans.length / 2), spans.length - 1])
  await Promise.all(spans.filter((_, index) => first.has(index)).map(ask))
  const leader = Math.max(0, ...[...votes.values()].map(({ count }) => count))
  if (leader < first.size) await Promise.all(spans.filter((_, index) => !first.has(index)).map(ask))
  const ranking = [...votes].sort(
    ([a, x], [b, y]) => y.count - x.count || y.words - x.words || (a < b ? -1 : 1),
  )
  const all = ranking.reduce((sum, [, { count }]) => sum + count, 0)
  currentMeter()?.note({ languageVotes: { won: ranking[0]?.[1].count ?? 0, all } })
  return ranking[0]?.[0] ?? 'und'
}
