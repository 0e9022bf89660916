import { bestMapping } from './best-mapping.ts'
import { comparableText } from './comparable-text.ts'
import { alignWords } from './word-errors.ts'

/** A word and its speaker. */
export interface SpokenWord {
  readonly text: string
  /** Null: unknown. */
  readonly speaker: string | null
}

export interface WrongSpeakers {
  /** Words that both texts have in the same place. */
  readonly compared: number
  readonly wrong: number
  /** Those among them that are the first words of the reference's turns. */
  readonly first: number
  readonly firstWrong: number
  /** Indexes of the wrong ones in the recognized text. */
  readonly places: readonly number[]
}

/** How many recognized words have another speaker, under the best mapping of speakers. */
export function wrongSpeakers(
  reference: readonly SpokenWord[],
  hypothesis: readonly SpokenWord[],
): WrongSpeakers {
  const said = reference.flatMap((word, index) =>
    comparableText(word.text).map((text, part) => ({
      text,
      speaker: word.speaker,
      isFirst: part === 0 && reference[index - 1]?.speaker !== word.speaker,
    })),
  )
  const recognized = hypothesis.flatMap((word, index) =>
    comparableText(word.text).map((text) => ({ text, speaker: word.speaker, index })),
  )
  const pairs = alignWords(
    said.map(({ text }) => text),
    recognized.map(({ text }) => text),
  ).flatMap((pair) => {
    const one = said[pair.reference ?? -1]
    const other = recognized[pair.hypothesis ?? -1]
    return one !== undefined && one.text === other?.text ? [{ one, other }] : []
  })
  const rows = [...new Set(pairs.map(({ one }) => one.speaker))]
  const columns = [...new Set(pairs.flatMap(({ other }) => (other.speaker === null ? [] : [other.speaker])))]
  const mapping = bestMapping(
    rows.map((row) =>
      columns.map(
        (column) => pairs.filter(({ one, other }) => one.speaker === row && other.speaker === column).length,
      ),
    ),
  )
  const wanted = new Map(rows.map((row, index) => [row, columns[mapping[index] ?? -1]]))
  const wrong = pairs.filter(({ one, other }) => wanted.get(one.speaker) !== other.speaker)
  return {
    compared: pairs.length,
    wrong: wrong.length,
    first: pairs.filter(({ one }) => one.isFirst).length,
    firstWrong: wrong.filter(({ one }) => one.isFirst).length,
    places: [...new Set(wrong.map(({ other }) => other.index))],
  }
}
