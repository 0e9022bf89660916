import type { TimeSpan } from '../transcript/time-span.ts'
import type { Word } from '../transcript/transcript.ts'
import { comparableWords } from '../words/comparable.ts'
import { linesOf } from './lines.ts'
import { type TimedText, wordsInCommon } from './words-in-common.ts'

/** The words of one track, in order of time. */
export interface TrackWords {
  readonly words: readonly Word[]
  /**
   * How much a span of the track sounds like its own speaker rather than an echo of another track; only compared with
   * other tracks' values for that span. Larger is more.
   */
  readonly strength: (span: TimeSpan) => number
}

/** Share of a line's words that another track must have at the same time. */
export const MATCHING_SHARE = 0.75
/** Two people do say shorter lines at the same time. */
export const CERTAIN_WORDS = 3
/** A shorter line is an echo only if this close to one that certainly is. */
export const NEAR_MS = 3000

interface Line extends TimeSpan {
  readonly track: number
  readonly words: readonly TimedText[]
  readonly ids: readonly string[]
}

interface Source {
  readonly ids: readonly string[]
}

/**
 * Ids of words that are only the echo of another track: a line is dropped if at least three quarters of its
 * words are in the text of another track within a second, and that track is stronger there. The words that
 * prove an echo are never dropped themselves, so nothing said is lost.
 * @param language ISO 639-1
 */
export function findEcho(tracks: readonly TrackWords[], language: string): ReadonlySet<string> {
  const texts = tracks.map(({ words }) => words.map(timedText))
  const lines = tracks.flatMap(({ words }, track) =>
    linesOf(words, language).map((line): Line => lineOf(line, track)),
  )
  const echo = new Set<string>()
  const proofs = new Set<string>()
  const dropped = tracks.map((): TimeSpan[] => [])
  const dropLines = (candidates: readonly Line[]): void => {
    for (const line of candidates) {
      if (line.words.every(({ text }) => text === '') || line.ids.some((id) => proofs.has(id))) continue
      const source = sourceOf(line, tracks, texts, echo)
      if (source === null) continue
      for (const id of line.ids) echo.add(id)
      for (const id of source.ids) proofs.add(id)
      dropped[line.track]?.push(line)
    }
  }
  dropLines(lines.filter(({ words }) => words.length >= CERTAIN_WORDS))
  const certain = dropped.map((spans) => [...spans])
  dropLines(
    lines.filter((line) => line.words.length < CERTAIN_WORDS && isNear(line, certain[line.track] ?? [])),
  )
  return echo
}

export const timedText = (word: Word): TimedText => ({
  id: word.id,
  text: comparableWords(word.text).join(' '),
  startMs: word.startMs,
})

function lineOf(words: readonly Word[], track: number): Line {
  return {
    track,
    words: words.map(timedText),
    ids: words.map(({ id }) => id),
    startMs: words[0]?.startMs ?? 0,
    endMs: words.at(-1)?.endMs ?? 0,
  }
}

/** The strongest other track that has the line's text; null if the line's own track is as strong, or none has it. */
function sourceOf(
  line: Line,
  tracks: readonly TrackWords[],
  texts: readonly (readonly TimedText[])[],
  echo: ReadonlySet<string>,
): Source | null {
  let strongest = tracks[line.track]?.strength(line) ?? 0
  let source: Source | null = null
  for (const [track, other] of tracks.entries()) {
    if (track === line.track) continue
    const strength = other.strength(line)
    if (strength <= strongest) continue
    const found = wordsInCommon(line.words, texts[track] ?? [], echo)
    if (found.length < MATCHING_SHARE * line.words.length) continue
    strongest = strength
    source = { ids: found }
  }
  return source
}

function isNear(line: TimeSpan, spans: readonly TimeSpan[]): boolean {
  return spans.some(
    ({ startMs, endMs }) => line.startMs - endMs <= NEAR_MS && startMs - line.endMs <= NEAR_MS,
  )
}
