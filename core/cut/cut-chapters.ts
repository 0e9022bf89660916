import { isChapter } from '../chapters/chapter.ts'
import type { StoredMoment } from '../moments/moment.ts'
import type { CutClock } from './cut-clock.ts'
import { firstAbove } from './first-above.ts'

export interface MomentsOfCut {
  /** In the cut's time. */
  readonly moments: readonly StoredMoment[]
  /** How many are left out because their time is cut. */
  readonly cutMoments: number
  /** How many chapters are left out because another begins at the same word, or no word follows. */
  readonly joinedChapters: number
}

/**
 * Moments at times that are kept. A chapter whose start is cut begins with the next word that is left; of two that then
 * begin with one word the last stays.
 * @param wordStarts when the words that are left start in the recording, rising
 */
export function momentsOfCut(
  moments: readonly StoredMoment[],
  clock: CutClock,
  wordStarts: Float64Array,
): MomentsOfCut {
  const left: StoredMoment[] = []
  let [cutMoments, joinedChapters] = [0, 0]
  /** The chapter that begins with a word, by the word's place. */
  const byWord = new Map<number, StoredMoment>()
  const moved = new Set<number>()
  for (const moment of moments.toSorted((a, b) => a.atMs - b.atMs)) {
    const { ms, isKept } = clock.cutTime(moment.atMs)
    if (!isChapter(moment)) {
      if (isKept) left.push({ ...moment, atMs: ms })
      else cutMoments += 1
      continue
    }
    const word = firstAbove(wordStarts, moment.atMs - 1e-6)
    const startMs = wordStarts[word]
    if (!isKept && startMs === undefined) {
      joinedChapters += 1
      continue
    }
    if (!isKept) moved.add(word)
    if (byWord.has(word) && moved.has(word)) joinedChapters += 1
    else if (byWord.has(word)) left.push(byWord.get(word) as StoredMoment)
    byWord.set(word, {
      ...moment,
      atMs: isKept || startMs === undefined ? ms : clock.cutTime(startMs).ms,
    })
  }
  return {
    moments: [...left, ...byWord.values()].toSorted((a, b) => a.atMs - b.atMs),
    cutMoments,
    joinedChapters,
  }
}
