import type { Word } from '../transcript/transcript.ts'
import { bareWord, endsSentence, findFillers } from './find-fillers.ts'

export interface WithoutFillers {
  /** Ids of the hidden words. */
  readonly hidden: ReadonlySet<string>
  /** The remaining words whose text changes (capitals, commas), by id; times and ids are unchanged. */
  readonly changed: ReadonlyMap<string, Word>
  /** The remaining words, with their changed text. */
  readonly words: readonly Word[]
}

/** Words at the start of a sentence that keep their comma: "Well, um, I think" becomes "Well, I think". */
const apart: ReadonlySet<string> = new Set(
  'well however yes yeah no okay ok now oui non alors bon bref enfin voilà'.split(' '),
)

// Words never change in place, so the same list has the same result; views ask again after each key.
const known = new WeakMap<readonly Word[], Map<string, WithoutFillers>>()

/**
 * A paragraph's words without fillers, stutters and false starts: the next word takes over the capital and
 * the space, the word before takes over the end of the sentence. The same object for the same list and
 * language.
 * @param language ISO 639-1, with or without a region
 * @param kept ids of words that stay as they are (`asSaidWords`)
 */
export function wordsWithoutFillers(
  words: readonly Word[],
  language: string,
  kept: ReadonlySet<string> | null = null,
): WithoutFillers {
  if (kept !== null) return leaveOut(words, language, kept)
  const byLanguage = known.get(words) ?? new Map<string, WithoutFillers>()
  known.set(words, byLanguage)
  const before = byLanguage.get(language)
  if (before !== undefined) return before
  const made = leaveOut(words, language, new Set())
  byLanguage.set(language, made)
  return made
}

function leaveOut(words: readonly Word[], language: string, kept: ReadonlySet<string>): WithoutFillers {
  const found = new Map([...findFillers(words, language)].filter(([at]) => !kept.has(words[at]?.id ?? '')))
  if (found.size === 0) return { hidden: new Set(), changed: new Map(), words }
  const left = wordsWithout(words, found, (at) => found.get(at) === 'filler')
  const byId = new Map(words.map((word) => [word.id, word]))
  return {
    hidden: new Set([...found.keys()].flatMap((index) => words[index]?.id ?? [])),
    changed: new Map(left.flatMap((word) => (byId.get(word.id) === word ? [] : [[word.id, word] as const]))),
    words: left,
  }
}

/**
 * A paragraph's words without some of them: the next word takes over the capital and the space, the word before takes
 * over the end of the sentence.
 * @param leftOut by their places
 * @param isFiller whether the word at a place is a filler, to which the commas on both sides belong
 */
export function wordsWithout(
  words: readonly Word[],
  leftOut: { has(place: number): boolean },
  isFiller: (place: number) => boolean,
): Word[] {
  const left: Word[] = []
  /** The current run of words left out. */
  let run: Word[] = []
  for (const [index, word] of words.entries()) {
    if (leftOut.has(index)) {
      run.push(word)
      continue
    }
    const isBracketed = run.length > 0 && isFiller(index - 1)
    closeRun(left, run, isBracketed)
    left.push(run.length === 0 ? word : withHead(word, run[0], left.at(-1)))
    run = []
  }
  closeRun(left, run, false)
  return left
}

/** What the word before takes over from a hidden run: sentence-final punctuation and closing marks. */
function closeRun(left: Word[], run: readonly Word[], isBracketed: boolean): void {
  const [last, end] = [left.at(-1), run.at(-1)]
  if (last === undefined || end === undefined) return
  const text = endsSentence(last.text)
    ? last.text
    : closedText(last, left.at(-2), end.text.trimEnd(), isBracketed)
  if (text !== last.text) left[left.length - 1] = { ...last, text }
}

function closedText(last: Word, before: Word | undefined, end: string, isBracketed: boolean): string {
  const tail = /[^\p{L}\p{N}]*$/u.exec(end)?.[0] ?? ''
  if (/[.?!…"”»)\]]/u.test(tail) && !/^[,…-]*$/u.test(tail))
    return last.text.replace(/[\s,;:–—-]+$/u, '') + tail
  const isApart = apart.has(bareWord(last.text)) && (before === undefined || endsSentence(before.text))
  // The commas on both sides of a filler belong to the filler.
  return isBracketed && tail === ',' && !isApart ? last.text.replace(/,$/u, '') : last.text
}

/** The word after a hidden run, with the space, the opening marks and the capital of the run's first word. */
function withHead(word: Word, first: Word | undefined, last: Word | undefined): Word {
  if (first === undefined) return word
  const before = last === undefined || /\s/u.test(first.before) ? first.before : word.before
  const opening = /^[^\p{L}\p{N}]*/u.exec(first.text)?.[0] ?? ''
  const begins = last === undefined || endsSentence(last.text)
  const isCapital = begins && /^\p{Lu}/u.test(first.text.slice(opening.length))
  const text = opening + (isCapital ? capitalized(word.text) : word.text)
  return before === word.before && text === word.text ? word : { ...word, before, text }
}

/** What is in brackets, like placeholders of redacted words, is not said. */
const capitalized = (text: string): string =>
  text.startsWith('[') ? text : text.replace(/\p{L}/u, (letter) => letter.toUpperCase())
