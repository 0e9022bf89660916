import type { SpeakerSegment, Word } from '../transcript/transcript.ts'
import { PAUSE_MS, pauseBefore } from './pauses.ts'
import { distance, nearestSpan, speakerSpans } from './speaker-spans.ts'
import { type WordRun, wordRuns } from './word-runs.ts'

/** Two or more words are stray only if their total duration is less than this. */
const SHORT_MS = 500
/** A longer turn is genuine: its words stay, however few. */
const OWN_TURN_MS = 1000
/** Maximum distance between a word and its turn if it is outside of it (`speakersByTurns`). */
const OWN_TURN_REACH_MS = 1000

/**
 * A single word, or words of under 0.5 s, between words of one other speaker and without a pause of 0.3 s on either
 * side, is assigned to that speaker, unless its own turn lasts over 1 s.
 * @param speakerIds one for each word
 */
export function absorbStrayWords(
  words: readonly Word[],
  speakerIds: readonly (string | null)[],
  turns: readonly SpeakerSegment[],
): (string | null)[] {
  const spans = new Map(speakerSpans(turns).map((speaker) => [speaker.speakerId, speaker]))
  const result = [...speakerIds]
  const runs = wordRuns(speakerIds)

  const isTurnOfItsOwn = (run: WordRun): boolean => {
    const speaker = run.speakerId === null ? undefined : spans.get(run.speakerId)
    const runSpan = spanOf(words, run)
    const turn = speaker && nearestSpan(speaker, runSpan)
    if (!turn || distance(turn, runSpan) > OWN_TURN_REACH_MS) return false
    return turn.endMs - turn.startMs > OWN_TURN_MS
  }

  for (const [index, run] of runs.entries()) {
    const after = runs[index + 1]
    if (index === 0 || after === undefined) continue
    // The previous run may have been absorbed itself, which changes the speaker before this one.
    const speakerBefore = result[run.from - 1] ?? null
    if (speakerBefore === null || speakerBefore !== after.speakerId) continue
    const { startMs, endMs } = spanOf(words, run)
    if (run.until - run.from > 1 && endMs - startMs >= SHORT_MS) continue
    if (pauseBefore(words, run.from) >= PAUSE_MS || pauseBefore(words, run.until) >= PAUSE_MS) continue
    if (!isTurnOfItsOwn(run)) result.fill(speakerBefore, run.from, run.until)
  }
  return result
}

function spanOf(words: readonly Word[], run: WordRun): { startMs: number; endMs: number } {
  const first = words[run.from] as Word
  const last = words[run.until - 1] as Word
  return { startMs: first.startMs, endMs: Math.max(last.endMs, first.startMs) }
}
