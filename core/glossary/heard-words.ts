import type { Word } from '../transcript/transcript.ts'
import { spellingKey } from './spelling-key.ts'
import { lossOfAll } from './sounds/distance.ts'
import { soundsOf } from './sounds/sounds-of.ts'
import { wordParts } from './word-parts.ts'

/** Words of a paragraph with how much each is doubted. */
export interface DoubtedWords {
  readonly words: readonly Word[]
  /**
   * How likely each word is wrong, 0 to 1; `unknown`: the model provides no confidence; null: not to be
   * doubted, such as one that a person typed.
   */
  readonly estimates: readonly (number | 'unknown' | null)[]
}

/** A word as it is compared with terms. */
export interface HeardWord {
  /** Its spelling without and with surrounding punctuation (`wordParts`). */
  readonly key: string
  readonly wholeKey: string
  readonly sounds: string
  /** The cost if all its sounds are missing. */
  readonly loss: number
  /** How likely it is wrong, 0 to 1; null: no term is offered for it. */
  readonly doubt: number | null
  /** Capitalized inside a sentence. */
  readonly isCapital: boolean
  /** After punctuation: a name cannot continue here. */
  readonly beginsAnew: boolean
}

/** For models without confidences: roughly the share of words that are wrong. */
const UNKNOWN_DOUBT = 0.1
/** Bounds the odds for a word that the model is certain of. */
const MIN_DOUBT = 0.01
const MAX_DOUBT = 0.95

/** German capitalizes all nouns. */
const hasCapitalNouns = (language: string): boolean => language === 'de'

/** The part that depends on a word's text alone. */
type SpelledWord = Pick<HeardWord, 'key' | 'wholeKey' | 'sounds' | 'loss'> & { readonly hasCapital: boolean }

/** Reads words of one language; results are cached by text, as most words of a transcript recur. */
export function wordReader(language: string): (doubted: DoubtedWords) => HeardWord[] {
  const known = new Map<string, SpelledWord>()
  const spelled = (text: string): SpelledWord => {
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const { core } = wordParts(text, language)
    const sounds = soundsOf(core, language)
    const read = {
      key: spellingKey([core]),
      wholeKey: spellingKey([text]),
      sounds,
      loss: lossOfAll(sounds),
      hasCapital: !hasCapitalNouns(language) && /^\p{Lu}\p{L}/u.test(core),
    }
    known.set(text, read)
    return read
  }
  return ({ words, estimates }) =>
    words.map(({ text }, index): HeardWord => {
      const { hasCapital, ...read } = spelled(text)
      const before = words[index - 1]?.text ?? '.'
      const estimate = estimates[index] ?? null
      const doubt = estimate === 'unknown' ? UNKNOWN_DOUBT : estimate
      return {
        ...read,
        doubt: doubt === null || read.sounds === '' ? null : Math.min(MAX_DOUBT, Math.max(MIN_DOUBT, doubt)),
        isCapital: hasCapital && !/[.?!…:]["»”’)\s]*$/u.test(before),
        beginsAnew: /[.,;:?!…]["»”’)\s]*$/u.test(before),
      }
    })
}
