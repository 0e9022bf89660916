import type { Paragraph } from '../transcript/transcript.ts'

/** A time at which a chapter may begin. */
export interface ChapterSuggestion {
  /** Where the paragraph after the pause begins. */
  readonly atMs: number
  readonly pauseMs: number
  readonly isOtherSpeaker: boolean
}

/** Shorter pauses separate sentences. */
const MIN_PAUSE_MS = 1_500
/** Added to a pause before another speaker when pauses are compared. */
const OTHER_SPEAKER_MS = 1_000
/** Topics change less often than this. */
const MIN_DISTANCE_MS = 60_000
/** At most this many chapters per hour, as in most podcasts that have them. */
const MAX_PER_HOUR = 12

/**
 * Where chapters may begin: at the longest pauses between paragraphs, preferring changes of speaker; far
 * enough from each other and from the `taken` times (ms) of existing chapters. In order of time.
 */
export function suggestChapters(
  paragraphs: readonly Pick<Paragraph, 'speakerId' | 'words'>[],
  taken: readonly number[],
): ChapterSuggestion[] {
  const first = paragraphs.find(({ words }) => words.length > 0)?.words[0]?.startMs ?? 0
  const last = paragraphs.reduce((end, { words }) => Math.max(end, words.at(-1)?.endMs ?? 0), 0)
  const apartMs = Math.max(MIN_DISTANCE_MS, 3_600_000 / MAX_PER_HOUR / 2)
  const most = Math.max(1, Math.round(((last - first) / 3_600_000) * MAX_PER_HOUR))
  const chosen: ChapterSuggestion[] = []
  const isFree = (atMs: number): boolean =>
    atMs - first >= MIN_DISTANCE_MS &&
    last - atMs >= MIN_DISTANCE_MS &&
    taken.every((other) => Math.abs(other - atMs) >= MIN_DISTANCE_MS) &&
    chosen.every((other) => Math.abs(other.atMs - atMs) >= apartMs)
  const byWeight = candidates(paragraphs).toSorted((a, b) => weightOf(b) - weightOf(a) || a.atMs - b.atMs)
  for (const candidate of byWeight) {
    if (chosen.length >= most) break
    if (isFree(candidate.atMs)) chosen.push(candidate)
  }
  return chosen.toSorted((a, b) => a.atMs - b.atMs)
}

const weightOf = ({ pauseMs, isOtherSpeaker }: ChapterSuggestion): number =>
  pauseMs + (isOtherSpeaker ? OTHER_SPEAKER_MS : 0)

function candidates(paragraphs: readonly Pick<Paragraph, 'speakerId' | 'words'>[]): ChapterSuggestion[] {
  const found: ChapterSuggestion[] = []
  // Speech may overlap: a pause begins when the last of all earlier words has ended.
  let endMs: number | null = null
  let speakerId: string | null = null
  for (const paragraph of paragraphs) {
    const atMs = paragraph.words[0]?.startMs
    if (atMs === undefined) continue
    const pauseMs = endMs === null ? 0 : atMs - endMs
    if (pauseMs >= MIN_PAUSE_MS) {
      found.push({ atMs, pauseMs, isOtherSpeaker: paragraph.speakerId !== speakerId })
    }
    endMs = paragraph.words.reduce((end, word) => Math.max(end, word.endMs), endMs ?? 0)
    speakerId = paragraph.speakerId
  }
  return found
}
