import { isFunctionWord } from '../language/function-words.ts'
import { languageOfText } from '../language/language-of-text.ts'
import { lineBreakWords } from '../language/line-break-words.ts'
import { foldedWords, MAX_TERM_LENGTH, MAX_TERM_WORDS, type Term, termKey } from './term.ts'

/** A name or term in a document, in its most frequent spelling. */
export interface ProposedTerm {
  readonly text: string
  /** Number of occurrences in the document. */
  readonly count: number
}

/** A person reviews at most this many; terms that occur once come last. */
const MAX_PROPOSED = 300

/** Words that join the parts of a name: "Vincent van Gogh", « Rue de la Paix ». */
const particles = new Set('de du des la le les van von der den of da di del al bin ibn'.split(' '))

/** Abbreviations and words with inner capitals or digits: "WebVTT", "iPhone", "COVID-19". */
const CODED = /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}|\p{L}.*\p{N}/u

/**
 * Names and terms in a document that its transcripts may have wrong, most frequent first: capitalized words
 * inside sentences, runs of them, abbreviations. The first word of a sentence counts only if it is also
 * capitalized elsewhere.
 * @param known terms that are not proposed again
 */
export function documentTerms(text: string, known: readonly Term[] = []): ProposedTerm[] {
  const all = text.normalize('NFC')
  const language = languageOfText(all.split(/\s+/u)) ?? 'en'
  const small = smallWords(all)
  const keys = new Set(known.flatMap(({ text: own, forms = [] }) => [own, ...forms].map(termKey)))
  const found = new Map<string, Map<string, number>>()
  const starts: string[] = []
  const add = (term: string): void => {
    const spellings = found.get(termKey(term)) ?? new Map<string, number>()
    spellings.set(term, (spellings.get(term) ?? 0) + 1)
    found.set(termKey(term), spellings)
  }
  for (const sentence of sentencesOf(all))
    for (const { name, isFirst } of namesIn(sentence, (word) => isTerm(word, language, small)))
      if (isFirst) starts.push(name)
      else add(name)
  for (const name of starts) {
    const rest = name.replace(/^\S+\s*/u, '')
    // In "Then Ada Okonjo", "Then" is not part of a name if "Ada Okonjo" is one.
    const same = [name, rest].find((each) => each !== '' && found.has(termKey(each)))
    if (same !== undefined) add(same)
    else if (rest !== '') add(name)
  }
  return [...found]
    .flatMap(([key, spellings]): ProposedTerm[] => {
      const [best] = [...spellings].toSorted((a, b) => b[1] - a[1])
      if (best === undefined || keys.has(key)) return []
      return [{ text: best[0], count: [...spellings.values()].reduce((sum, each) => sum + each, 0) }]
    })
    .toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, MAX_PROPOSED)
}

/** Words that the document also has in lower case, so they are not names. */
function smallWords(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}'’-]*/gu) ?? [])
}

/**
 * Sentences and lines, except those in all capitals and titles, where capitals are not evidence of a name.
 */
function sentencesOf(text: string): string[][] {
  return text
    .split(/[\r\n]+|(?<=[.?!…:])\s+/u)
    .map((sentence) => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)))
    .filter((words) => {
      if (words.length > 2 && !words.some((word) => /\p{Ll}/u.test(word))) return false
      // A title has no full stop.
      if (/[.?!…]["'’”»)\]]*$/u.test(words.at(-1) ?? '')) return true
      const long = words.filter((word) => word.length > 3)
      const capitals = long.filter((word) => /^\P{L}*\p{Lu}/u.test(word))
      return long.length < 4 || capitals.length < long.length * 0.7
    })
}

function isTerm(word: string, language: string, small: ReadonlySet<string>): boolean {
  if (foldedWords(word).length === 0 || word.length < 2) return false
  if (CODED.test(word)) return !/^\p{N}+(?:er|re|e|st|nd|rd|th)?$/u.test(word)
  if (!/^\p{Lu}/u.test(word)) return false
  const plain = word.toLowerCase()
  const { calendar, titles } = lineBreakWords(language)
  return !small.has(plain) && !isFunctionWord(word, language) && !calendar.has(plain) && !titles.has(plain)
}

/** Runs of terms, with the particles between them. */
function namesIn(
  words: readonly string[],
  isName: (word: string) => boolean,
): { readonly name: string; readonly isFirst: boolean }[] {
  const names: { name: string; isFirst: boolean }[] = []
  for (let from = 0; from < words.length; from += 1) {
    if (!isName(coreOf(words[from]))) continue
    let to = from
    while (to - from + 1 < MAX_TERM_WORDS && !closes(words[to]) && !opens(words[to + 1])) {
      const next = coreOf(words[to + 1])
      if (isName(next)) to += 1
      else if (
        particles.has(next) &&
        !closes(words[to + 1]) &&
        !opens(words[to + 2]) &&
        isName(coreOf(words[to + 2]))
      )
        to += 2
      else break
    }
    const parts = words.slice(from, Math.min(to, from + MAX_TERM_WORDS - 1) + 1)
    const name = parts.map((word) => coreOf(word)).join(' ')
    // A capital at the start of a sentence is no evidence of a name.
    const isFirst = from === 0 && !CODED.test(parts[0] ?? '')
    if (name.length <= MAX_TERM_LENGTH) names.push({ name, isFirst })
    from = to
  }
  return names
}

/** Without surrounding punctuation, elided articles and the possessive. */
function coreOf(word: string | undefined): string {
  const bare = (word ?? '').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return bare.replace(/^(?:[dlcjmnst]|qu)['’](?=\p{Lu})/iu, '').replace(/['’]s$/u, '')
}

/** A bracket or quotation mark before a word starts another name. */
const opens = (word: string | undefined): boolean => word !== undefined && /^[([«“"]/u.test(word)

/** Punctuation after a word ends a name. */
const closes = (word: string | undefined): boolean => word === undefined || /[,;:.?!)»”"\]…]$/u.test(word)
