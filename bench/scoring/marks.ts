import { comparableText } from './comparable-text.ts'
import { alignWords } from './word-errors.ts'

/** What is scored: marks after a word, and whether a word begins with a capital letter. */
export const MARKS = ['end', 'comma', 'question', 'capital'] as const
export type Mark = (typeof MARKS)[number]

/** How often a mark is in the reference, in the text, and in both at the same word. */
export interface MarkCount {
  readonly reference: number
  readonly text: number
  readonly both: number
}

export type MarkCounts = Readonly<Record<Mark, MarkCount>>

/** A word as it is compared, with its marks. */
export interface MarkedWord {
  readonly word: string
  readonly marks: ReadonlySet<Mark>
}

/** Words whose point ends no sentence. */
const SHORTENED = /^(?:mr|mrs|ms|dr|st|m|mme)\.$/iu

/** English always writes it with a capital: it says nothing about a program. */
const PRONOUN = /^i(?:'|$)/u

/**
 * The words of a text with their marks: the end of a sentence (`.`, `!`, `?`, `…`), a comma, a question mark; a
 * question is the end of a sentence too. Marks that stand alone, as in French, belong to the word before.
 */
export function markedWords(text: string): MarkedWord[] {
  const words: { word: string; marks: Set<Mark> }[] = []
  for (const token of text.split(/\s+/u)) {
    const parts = comparableText(token)
    for (const [index, word] of parts.entries()) {
      const isCapital = index === 0 && /^\P{L}*\p{Lu}/u.test(token) && !PRONOUN.test(word)
      words.push({ word, marks: new Set<Mark>(isCapital ? ['capital'] : []) })
    }
    const last = words.at(-1)
    if (last !== undefined) for (const mark of marksAfter(token)) last.marks.add(mark)
  }
  return words
}

function marksAfter(token: string): Mark[] {
  const [after = ''] = /[^\p{L}\p{M}\p{N}]*$/u.exec(token) ?? []
  const isShortened = SHORTENED.test(token) || /^(?:\p{L}\.){2,}$/u.test(token)
  return [
    ...(/[.!?…]/u.test(after) && !isShortened ? (['end'] as const) : []),
    ...(after.includes(',') ? (['comma'] as const) : []),
    ...(after.includes('?') ? (['question'] as const) : []),
  ]
}

/**
 * Marks of a text against its reference: words are aligned first, and only marks at words that both have count, so that
 * a lost word is no lost mark. Capitals count where both have the same word.
 */
export function scoreMarks(reference: string, text: string): MarkCounts {
  const said = markedWords(reference)
  const written = markedWords(text)
  const pairs = alignWords(
    said.map(({ word }) => word),
    written.map(({ word }) => word),
  ).flatMap((pair): [MarkedWord, MarkedWord][] => {
    const [one, other] = [said[pair.reference ?? -1], written[pair.hypothesis ?? -1]]
    return one === undefined || other === undefined ? [] : [[one, other]]
  })
  return countsOf((mark) => {
    const compared = mark === 'capital' ? pairs.filter(([one, other]) => one.word === other.word) : pairs
    return {
      reference: compared.filter(([one]) => one.marks.has(mark)).length,
      text: compared.filter(([, other]) => other.marks.has(mark)).length,
      both: compared.filter(([one, other]) => one.marks.has(mark) && other.marks.has(mark)).length,
    }
  })
}

export function addMarks(all: readonly MarkCounts[]): MarkCounts {
  const sumOf = (mark: Mark, part: keyof MarkCount): number =>
    all.reduce((sum, counts) => sum + counts[mark][part], 0)
  return countsOf((mark) => ({
    reference: sumOf(mark, 'reference'),
    text: sumOf(mark, 'text'),
    both: sumOf(mark, 'both'),
  }))
}

/** The harmonic mean of precision and recall, 0 to 1; NaN if neither text has the mark. */
export const f1 = ({ reference, text, both }: MarkCount): number => (2 * both) / (reference + text)

/** Whether a reference has punctuation and capitals at all. */
export const hasMarks = (reference: string): boolean => {
  const words = markedWords(reference)
  return (['end', 'capital'] as const).every((mark) => words.some(({ marks }) => marks.has(mark)))
}

const countsOf = (count: (mark: Mark) => MarkCount): MarkCounts => ({
  end: count('end'),
  comma: count('comma'),
  question: count('question'),
  capital: count('capital'),
})
