import type { Paragraph, Transcript, Word } from '../../transcript/transcript.ts'
import { changedRun } from '../changed-run.ts'

/**
 * Which words of the paragraphs changed by an edit replaced which. Places are indexes into `old` and `now`,
 * whose words are in reading order.
 */
export interface WordMap {
  readonly old: readonly Word[]
  readonly now: readonly Word[]
  readonly oldPlaces: ReadonlyMap<string, number>
  readonly newPlaces: ReadonlyMap<string, number>
  /**
   * By the place of an old word, where its replacement begins and ends (excluded): itself if unchanged, else
   * all words now between the same unchanged neighbors; none if these are adjacent.
   */
  readonly from: Int32Array
  readonly to: Int32Array
  /** The nearest words outside of the changed paragraphs; null at the start and end of the transcript. */
  readonly wordBefore: Word | null
  readonly wordAfter: Word | null
}

/** Null if no words changed. */
export function mapWords(before: Transcript, after: Transcript): WordMap | null {
  const run = changedRun(before, after)
  if (run.before.length === 0 && run.after.length === 0) return null
  const old = run.before.flatMap(({ words }) => words)
  const now = run.after.flatMap(({ words }) => words)
  const oldPlaces = placesOf(old)
  const newPlaces = placesOf(now)
  const from = new Int32Array(old.length)
  const to = new Int32Array(old.length)
  let [mapped, lastOld, lastNew] = [0, -1, -1]
  const closeZone = (oldEnd: number, newEnd: number): void => {
    from.fill(lastNew + 1, mapped, oldEnd)
    to.fill(newEnd, mapped, oldEnd)
  }
  for (const [place, word] of now.entries()) {
    const was = oldPlaces.get(word.id)
    if (was === undefined || was <= lastOld || !isSameText(old[was], word)) continue
    closeZone(was, place)
    from[was] = place
    to[was] = place + 1
    ;[mapped, lastOld, lastNew] = [was + 1, was, place]
  }
  closeZone(old.length, now.length)
  const { paragraphs } = after
  const wordBefore = lastWord(paragraphs, run.start - 1)
  const wordAfter = firstWord(paragraphs, run.start + run.after.length)
  return { old, now, oldPlaces, newPlaces, from, to, wordBefore, wordAfter }
}

/** Whether an old word still exists unchanged. */
export function isUnchanged({ old, now, from, to }: WordMap, place: number): boolean {
  const [start, end] = [from[place] ?? 0, to[place] ?? 0]
  return end === start + 1 && old[place]?.id === now[start]?.id && isSameText(old[place], now[start])
}

/** Whether a word did not exist before the edit. */
export const isFresh = ({ oldPlaces }: Pick<WordMap, 'oldPlaces'>, { id }: Word): boolean =>
  !oldPlaces.has(id)

const isSameText = (a: Word | undefined, b: Word | undefined): boolean => a?.text.trim() === b?.text.trim()

const placesOf = (words: readonly Word[]): Map<string, number> =>
  new Map(words.map(({ id }, place) => [id, place]))

function lastWord(paragraphs: readonly Paragraph[], index: number): Word | null {
  for (let at = index; at >= 0; at -= 1) {
    const word = paragraphs[at]?.words.at(-1)
    if (word !== undefined) return word
  }
  return null
}

function firstWord(paragraphs: readonly Paragraph[], index: number): Word | null {
  for (let at = index; at < paragraphs.length; at += 1) {
    const word = paragraphs[at]?.words[0]
    if (word !== undefined) return word
  }
  return null
}
