import type { Edit } from '../../edits/edit.ts'
import type { Paragraph, Transcript, Word } from '../../transcript/transcript.ts'
import type { CueContext } from './cue-context.ts'
import { marksIn, wordOrder, type PlaceRange, type WordOrder } from './word-order.ts'
import { setMark } from './mark-edits.ts'

/**
 * Typing over, before or after the first or last word of a cue does not change where it begins or ends: the
 * marks of its edges move to its new first and last words.
 * @param after the transcript with the typed text
 */
export function keepEdgeMarks(
  context: CueContext,
  order: WordOrder,
  range: PlaceRange,
  after: () => Transcript,
): Edit[] {
  const { marks } = context.transcript
  const starts = marksIn(order, marks, ['cue-start', 'break-before', 'speaker-name'], {
    from: range.from,
    to: range.from,
  })
  const ends = marksIn(order, marks, ['cue-end'], { from: range.to, to: range.to })
  if (starts.length === 0 && ends.length === 0) return []
  const transcript = after()
  const left = new Set(transcript.marks.map(({ id }) => id))
  const now = wordOrder(transcript)
  const edges = newEdges(context.transcript, order, range, transcript)
  if (edges === null) return []
  /** The word of the mark no longer exists, or is no longer at the edge. */
  const isElsewhere =
    ({ id }: Word) =>
    ({ mark }: (typeof starts)[number] | (typeof ends)[number]): boolean =>
      !left.has(mark.id) || mark.fromWordId !== id
  const put = (word: Word, mark: (typeof starts)[number]['mark'] | (typeof ends)[number]['mark']): Edit => {
    const place = placeOfWord(now, word)
    return setMark(
      context,
      now,
      { from: place, to: place },
      { ...mark, fromWordId: word.id, toWordId: word.id },
    )
  }
  return [
    ...starts.filter(isElsewhere(edges.first)).map(({ mark }) => put(edges.first, mark)),
    ...ends.filter(isElsewhere(edges.last)).map(({ mark }) => put(edges.last, mark)),
  ]
}

/** The first and last of the words between those before and after the range; null if none are left. */
function newEdges(
  before: Transcript,
  order: WordOrder,
  { from, to }: PlaceRange,
  after: Transcript,
): { first: Word; last: Word } | null {
  const head = paragraphAfter(before, order, from, after)
  const tail = paragraphAfter(before, order, to, after)
  const first = wordBeside(order, from, -1, head) ?? wordBeside(order, from, -1, tail)
  const last = wordBeside(order, to, 1, tail) ?? wordBeside(order, to, 1, head)
  if (first === undefined || last === undefined) return null
  const now = wordOrder(after)
  return placeOfWord(now, first) <= placeOfWord(now, last) ? { first, last } : null
}

const placeOfWord = (order: WordOrder, { id }: Word): number => order.placesOf([id]).get(id) ?? -1

function paragraphAfter(
  before: Transcript,
  order: WordOrder,
  place: number,
  after: Transcript,
): Paragraph | undefined {
  const id = before.paragraphs[order.paragraphAt(place) ?? 0]?.id
  return after.paragraphs.find((paragraph) => paragraph.id === id)
}

/** The word of the changed paragraph next to the one on the other side of the edge. */
function wordBeside(
  order: WordOrder,
  place: number,
  step: -1 | 1,
  paragraph: Paragraph | undefined,
): Word | undefined {
  const words = paragraph?.words ?? []
  const isInside = order.paragraphAt(place + step) === order.paragraphAt(place)
  const outer = isInside ? words.findIndex(({ id }) => id === order.at(place + step)?.id) : -1
  if (outer < 0) return step < 0 ? words[0] : words.at(-1)
  return words[outer - step]
}
