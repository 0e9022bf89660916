import { endsWithStop } from '../align/ends-with-stop.ts'
import { foldWord } from '../words/align/fold.ts'
import type { DifferenceKind, DifferingPart } from './difference.ts'

/** A few consecutive words that begin with capitals within a sentence are a name in most languages. */
const MAX_NAME_LENGTH = 4

export function kindOfDifference({ paragraph, from, to, words }: DifferingPart): DifferenceKind {
  const now = paragraph.words.slice(from, to)
  if (words.length === 0) return 'only-now'
  if (now.length === 0) return 'only-new'
  const folded = (some: readonly { readonly text: string }[]): string =>
    some.map(({ text }) => foldWord(text)).join(' ')
  if (folded(now) === folded(words)) return 'writing'
  const before = paragraph.words[from - 1]
  const isInSentence = before !== undefined && !endsWithStop(before.text)
  const hasCapitals =
    words.length <= MAX_NAME_LENGTH && words.every(({ text }) => /^\P{L}*\p{Lu}\p{Ll}/u.test(text))
  // German capitalizes all nouns.
  if (isInSentence && hasCapitals && paragraph.language !== 'de') return 'name'
  return now.length === 1 && words.length === 1 ? 'word' : 'words'
}
