import { alignWords } from '../scoring/word-errors.ts'

/** A stretch between words of the reference that all texts have right. Indexes; `end` not included. */
export interface Place {
  readonly reference: { readonly start: number; readonly end: number }
  /** Of each text, its words there. */
  readonly texts: readonly { readonly start: number; readonly end: number }[]
  /** Of each text, its errors there; over all places, a text's errors add up to those of its best alignment. */
  readonly errors: readonly number[]
}

/** Where at least one of the texts differs from the reference, in order. All as returned by `comparableText`. */
export function differingPlaces(
  reference: readonly string[],
  texts: readonly (readonly string[])[],
): Place[] {
  const matches = texts.map((text) => matchesOf(reference, text))
  const places: Place[] = []
  let start = 0
  const starts = texts.map(() => 0)
  for (let word = 0; word <= reference.length; word++) {
    const ends = texts.map((text, index) =>
      word === reference.length ? text.length : (matches[index]?.[word] ?? null),
    )
    if (!ends.every((end) => end !== null)) continue
    const spans = ends.map((end, index) => ({ start: starts[index] as number, end }))
    if (word > start || spans.some((span) => span.end > span.start)) {
      places.push({
        reference: { start, end: word },
        texts: spans,
        errors: spans.map((span, index) => errorsIn(matches[index] ?? [], { start, end: word }, span)),
      })
    }
    start = word + 1
    for (const [index, end] of ends.entries()) starts[index] = end + 1
  }
  return places
}

interface Span {
  readonly start: number
  readonly end: number
}

/** For each word of the reference, the equal word of the text that it is aligned with, or null. */
function matchesOf(reference: readonly string[], text: readonly string[]): (number | null)[] {
  const matches: (number | null)[] = reference.map(() => null)
  for (const pair of alignWords(reference, text)) {
    if (pair.reference === null || pair.hypothesis === null) continue
    if (reference[pair.reference] === text[pair.hypothesis]) matches[pair.reference] = pair.hypothesis
  }
  return matches
}

/** Between two matches, the fewest errors are the larger number of words on either side. */
function errorsIn(matches: readonly (number | null)[], reference: Span, text: Span): number {
  let errors = 0
  let [fromReference, fromText] = [reference.start, text.start]
  const addUntil = (word: number, own: number): void => {
    errors += Math.max(word - fromReference, own - fromText)
    fromReference = word + 1
    fromText = own + 1
  }
  for (let word = reference.start; word < reference.end; word++) {
    const own = matches[word]
    if (own != null) addUntil(word, own)
  }
  addUntil(reference.end, text.end)
  return errors
}
