/** A position in the alignment: a word of both texts, or of only one. Indexes into the two lists. */
export interface AlignedWords {
  readonly reference: number | null
  readonly hypothesis: number | null
}

/** Counts of one or of many texts; `words` are the reference's. */
export interface WordErrors {
  readonly words: number
  readonly substitutions: number
  readonly deletions: number
  readonly insertions: number
}

export const NO_WORD_ERRORS: WordErrors = { words: 0, substitutions: 0, deletions: 0, insertions: 0 }

/** The alignment with the fewest errors (Levenshtein, each error costs 1); among equals, pairs before gaps. */
export function alignWords(reference: readonly string[], hypothesis: readonly string[]): AlignedWords[] {
  const width = hypothesis.length + 1
  const costs = new Uint32Array((reference.length + 1) * width)
  const cost = (row: number, column: number): number => costs[row * width + column] as number
  for (let row = 0; row <= reference.length; row++) {
    for (let column = 0; column < width; column++) {
      costs[row * width + column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(
              cost(row - 1, column - 1) + (reference[row - 1] === hypothesis[column - 1] ? 0 : 1),
              cost(row - 1, column) + 1,
              cost(row, column - 1) + 1,
            )
    }
  }

  const aligned: AlignedWords[] = []
  let row = reference.length
  let column = hypothesis.length
  while (row > 0 || column > 0) {
    const differs = reference[row - 1] === hypothesis[column - 1] ? 0 : 1
    if (row > 0 && column > 0 && cost(row, column) === cost(row - 1, column - 1) + differs) {
      aligned.push({ reference: --row, hypothesis: --column })
    } else if (row > 0 && cost(row, column) === cost(row - 1, column) + 1) {
      aligned.push({ reference: --row, hypothesis: null })
    } else {
      aligned.push({ reference: null, hypothesis: --column })
    }
  }
  return aligned.reverse()
}

/** Errors of a text against its reference, both as returned by `comparableText`. */
export function wordErrors(reference: readonly string[], hypothesis: readonly string[]): WordErrors {
  let substitutions = 0
  let deletions = 0
  let insertions = 0
  for (const pair of alignWords(reference, hypothesis)) {
    if (pair.hypothesis === null) deletions++
    else if (pair.reference === null) insertions++
    else if (reference[pair.reference] !== hypothesis[pair.hypothesis]) substitutions++
  }
  return { words: reference.length, substitutions, deletions, insertions }
}

export function addWordErrors(all: readonly WordErrors[]): WordErrors {
  return all.reduce(
    (sum, one) => ({
      words: sum.words + one.words,
      substitutions: sum.substitutions + one.substitutions,
      deletions: sum.deletions + one.deletions,
      insertions: sum.insertions + one.insertions,
    }),
    NO_WORD_ERRORS,
  )
}

export const errorCount = ({ substitutions, deletions, insertions }: WordErrors): number =>
  substitutions + deletions + insertions
