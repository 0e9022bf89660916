import { wordsWithoutFillers } from '../fillers/words-without-fillers.ts'
import { writtenNumbers } from '../numbers/written-numbers.ts'
import type { StoredFillers } from '../transcript/filler-choice.ts'
import type { StoredNumbers } from '../transcript/number-choice.ts'
import type { Word } from '../transcript/transcript.ts'
import { isDivided, type MarkEdges } from './mark-edges.ts'

/** A transcript's choices for its captions, exports and the text to read. */
export interface ReadingChoices {
  readonly fillers?: StoredFillers | undefined
  readonly numbers?: StoredNumbers | undefined
}

/** A paragraph's words as read. */
export interface ReadWords {
  /**
   * Ids of words that are not shown: null for a hidden one, else the id of the word that is written instead.
   */
  readonly hidden: ReadonlyMap<string, string | null>
  /** The words whose text changes, by id. */
  readonly changed: ReadonlyMap<string, Word>
  /** The words that a number, date, time or unit replaces, by the id of the first. */
  readonly joined: ReadonlyMap<string, readonly string[]>
  /** The remaining words, with their changed text. */
  readonly words: readonly Word[]
}

/**
 * A paragraph's words as captions and exports show them; null if unchanged. A word keeps its id and times;
 * one that replaces several has the id of the first and ends with the last.
 * @param language ISO 639-1, with or without a region
 * @param edges marks that divide words; omitted: none
 * @param kept ids of words that are written as spoken (`asSaidWords`)
 */
export function readWords(
  words: readonly Word[],
  language: string,
  { fillers, numbers }: ReadingChoices,
  edges?: MarkEdges,
  kept: ReadonlySet<string> | null = null,
): ReadWords | null {
  const clean = fillers === 'hidden' ? wordsWithoutFillers(words, language, kept) : null
  const left = clean?.words ?? words
  const spans = numbers === 'digits' ? writtenNumbers(left, language) : []
  const apart = spans.filter(({ from, to }) => {
    const ids = left.slice(from, to + 1).map(({ id }) => id)
    if (kept !== null && ids.some((id) => kept.has(id))) return false
    return edges === undefined || !isDivided(ids, edges)
  })
  if ((clean === null || clean.hidden.size === 0) && apart.length === 0) return null
  const hidden = new Map<string, string | null>([...(clean?.hidden ?? [])].map((id) => [id, null]))
  const changed = new Map(clean?.changed)
  const joined = new Map<string, readonly string[]>()
  const shown: Word[] = []
  let at = 0
  for (const { from, to, text } of apart) {
    for (; at < from; at += 1) shown.push(...left.slice(at, at + 1))
    const own = left.slice(from, to + 1)
    const word = joinedWord(own, text)
    if (word === null) continue
    shown.push(word)
    changed.set(word.id, word)
    joined.set(
      word.id,
      own.map(({ id }) => id),
    )
    for (const { id } of own.slice(1)) hidden.set(id, word.id)
    at = to + 1
  }
  shown.push(...left.slice(at))
  return { hidden, changed, joined, words: shown }
}

function joinedWord(words: readonly Word[], text: string): Word | null {
  const [first] = words
  if (first === undefined) return null
  const known = words.map(({ confidence }) => confidence)
  const confidence = known.reduce((least, each) =>
    least === null || each === null ? null : Math.min(least, each),
  )
  const end = words.reduce((latest, { endMs }) => Math.max(latest, endMs), first.endMs)
  const space = /\s*$/u.exec(words.at(-1)?.text ?? '')?.[0] ?? ''
  return { ...first, text: text + space, endMs: end, confidence }
}
