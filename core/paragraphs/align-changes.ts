import { endsSentence } from '../language/line-breaks.ts'
import type { Word } from '../transcript/transcript.ts'
import { PAUSE_MS, pauseBefore } from './pauses.ts'
import { wordRuns } from './word-runs.ts'

const REACH_WORDS = 2
const REACH_MS = 600

/**
 * Speaker changes move to the nearest sentence end or pause within 2 words and 0.6 s, as turn ends are less exact
 * than punctuation. A change never moves past another, so no speaker loses all of their words.
 * @param speakerIds one for each word
 */
export function alignChanges(
  words: readonly Word[],
  speakerIds: readonly (string | null)[],
  language: string,
): (string | null)[] {
  const result = [...speakerIds]
  const runs = wordRuns(speakerIds)
  /** Current start of the previous run, whose first change may have moved. */
  let runStart = 0
  for (const [index, { speakerId, from, until }] of runs.entries()) {
    const before = runs[index - 1]
    if (before === undefined) continue
    let change = from
    if (speakerId !== null && before.speakerId !== null) {
      change = nearestBreak(words, from, runStart + 1, until - 1, language) ?? from
      result.fill(before.speakerId, from, Math.max(from, change))
      result.fill(speakerId, Math.min(from, change), from)
    }
    runStart = change
  }
  return result
}

/** Index of the word to which the change should move, null if there is no better place. */
function nearestBreak(
  words: readonly Word[],
  change: number,
  earliest: number,
  latest: number,
  language: string,
): number | null {
  let nearest: number | null = null
  let shortest = Infinity
  for (let index = change - REACH_WORDS; index <= change + REACH_WORDS; index++) {
    if (index < earliest || index > latest || !isBreak(words, index, language)) continue
    const moved = movedMs(words, change, index)
    if (moved <= REACH_MS && moved < shortest) {
      nearest = index
      shortest = moved
    }
  }
  return nearest
}

function isBreak(words: readonly Word[], index: number, language: string): boolean {
  const before = words[index - 1]?.text ?? ''
  const after = words[index]?.text ?? ''
  return pauseBefore(words, index) >= PAUSE_MS || endsSentence(before, after, language)
}

/** Duration of the words whose speaker changes when a change moves. */
function movedMs(words: readonly Word[], change: number, index: number): number {
  if (index === change) return 0
  const first = words[Math.min(change, index)] as Word
  const last = words[Math.max(change, index) - 1] as Word
  return last.endMs - first.startMs
}
