import { type DoubtedWords, type HeardWord, wordReader } from './heard-words.ts'
import { spellingKey } from './spelling-key.ts'
import { isVowel, lossOfAll } from './sounds/distance.ts'
import { soundsOf } from './sounds/sounds-of.ts'
import { foldedWords, type Term } from './term.ts'

/** One pronunciation of a term. */
export interface SpokenTerm {
  readonly term: Term
  /** Key of its text (`spellingKey`). */
  readonly key: string
  readonly sounds: string
  /** How strong the evidence is if all these sounds match, in natural logarithms of odds. */
  readonly weight: number
  /** The maximum number of words that it may be recognized as. */
  readonly mostWords: number
  /** The cost if all its sounds are missing. */
  readonly loss: number
}

/** Terms prepared for searching transcripts of one language. */
export interface PreparedTerms {
  readonly read: (doubted: DoubtedWords) => HeardWord[]
  /** In order of `loss`. */
  readonly spoken: readonly SpokenTerm[]
  /** Correct spellings (`spellingKey`). */
  readonly right: ReadonlySet<string>
  /** Terms by the spelling of a "sounds like" (`spellingKey`). */
  readonly heardAs: ReadonlyMap<string, Term>
  /** Number of words of the longest place that may be a term. */
  readonly mostWords: number
  readonly mostRightWords: number
  /** Number of sounds of the longest one. */
  readonly longest: number
}

/** Fewer sounds occur in too many words. */
const MIN_SOUNDS = 3
/** A name may be recognized as up to this many more words than it has. */
const MORE_WORDS = 2
/**
 * Evidence of one matched sound; set by judgment and tested on transcripts (docs/engine.md, "Names and
 * terms").
 */
const CONSONANT = 0.9
const VOWEL = 0.45
/** Further sounds add no evidence beyond this: the recognizer knows long words. */
export const MAX_WEIGHT = 5

export function prepareTerms(terms: readonly Term[], language: string): PreparedTerms {
  const right = new Set<string>()
  const heardAs = new Map<string, Term>()
  const spoken: SpokenTerm[] = []
  for (const term of terms) {
    for (const form of [term.text, ...(term.forms ?? [])]) {
      const key = spellingKey(form.split(/\s+/u))
      right.add(key)
      // A plural is not an error.
      right.add(`${key}s`)
    }
    for (const variant of term.soundsLike ?? []) heardAs.set(spellingKey(variant.split(/\s+/u)), term)
    spoken.push(...waysToSay(term, language))
  }
  const heardAsWords = [...heardAs.keys()].map((key) => key.split(' ').length)
  spoken.sort((a, b) => a.loss - b.loss)
  return {
    read: wordReader(language),
    spoken,
    right,
    mostRightWords: Math.max(0, ...[...right].map((key) => key.split(' ').length)),
    heardAs,
    mostWords: Math.max(0, ...spoken.map(({ mostWords }) => mostWords), ...heardAsWords),
    longest: Math.max(0, ...spoken.map(({ sounds }) => sounds.length)),
  }
}

function waysToSay(term: Term, language: string): SpokenTerm[] {
  const ways = new Map<string, number>()
  const add = (text: string, spelledIn: string): void => {
    const sounds = soundsOf(text, spelledIn)
    const words = foldedWords(text).length
    if (sounds.length >= MIN_SOUNDS) ways.set(sounds, Math.max(words, ways.get(sounds) ?? 0))
  }
  add(term.text, term.language ?? language)
  add(term.text, language)
  for (const variant of term.soundsLike ?? []) add(variant, language)
  return [...ways].map(([sounds, words]) => ({
    term,
    key: spellingKey(term.text.split(/\s+/u)),
    sounds,
    weight: weightOf(sounds),
    mostWords: words + MORE_WORDS,
    loss: lossOfAll(sounds),
  }))
}

function weightOf(sounds: string): number {
  const sum = Array.from(sounds).reduce((weight, sound) => weight + (isVowel(sound) ? VOWEL : CONSONANT), 0)
  return Math.min(MAX_WEIGHT, sum)
}
