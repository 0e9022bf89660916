import { redactedText } from '../../outgoing/redacted-text.ts'
import type { Mark, Transcript } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'
import { shownText } from '../marks/shown-text.ts'
import { cueRanges } from './cue-range.ts'
import { idAt, marksIn, wordOrder, type PlaceRange, type WordOrder } from './word-order.ts'

/** A word in the editable text, in UTF-16 units. */
export interface EditableWord {
  readonly wordId: string
  /** Its place among the words of the transcript (`wordOrder`). */
  readonly place: number
  /** Index of its paragraph. */
  readonly paragraph: number
  readonly from: number
  readonly to: number
}

/**
 * The text that a person edits: the words of a cue without dashes and names, with a line end where a line of
 * it ends.
 */
export interface EditableText {
  readonly text: string
  /** In order, without words that captions omit. */
  readonly words: readonly EditableWord[]
  /** The wording shown instead of the spoken words, if the whole cue has one; then `words` is empty. */
  readonly wording?: Extract<Mark, { kind: 'wording' }>
}

/** A position in a word. */
export interface WordOffset {
  readonly wordId: string
  readonly offset: number
}

/** The parts of a transcript that the text of a cue depends on; without the last two, redacted lines are not found. */
export type EditedText = Pick<Transcript, 'paragraphs' | 'marks'> &
  Partial<Pick<Transcript, 'speakers' | 'language'>>

/**
 * @param shownAs what captions show for redacted words, by id (`shownRedactions`): then it is the text that they show;
 * omitted: it has the words themselves
 */
export function editableText(
  cue: Cue,
  transcript: EditedText,
  cues: readonly Cue[],
  order: WordOrder = wordOrder(transcript),
  shownAs?: ReadonlyMap<string, string>,
): EditableText {
  const ranges = cueRanges(order, transcript, cues, cue)
  const wording = wordingOf(order, transcript, ranges)
  if (wording !== undefined) return { text: wordingText(wording.value), words: [], wording }
  const shown = new Set(cue.wordIds)
  const pieces = ranges.flatMap(({ from, to }) => {
    const places = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    const own = places.filter((place) => shown.has(idAt(order, place))).map((place) => pieceAt(order, place))
    if (shownAs === undefined) return own
    return own.flatMap((piece) => {
      const text = shownAs.get(piece.id)
      return text === undefined ? [piece] : text === '' ? [] : [{ ...piece, text }]
    })
  })
  const lineStarts = startsOfLines(cue, pieces, shownAs ?? placeholdersOf(transcript, pieces))
  let text = ''
  const words = pieces.map((piece, index): EditableWord => {
    const before = pieces[index - 1]
    if (before !== undefined) {
      const isLineEnd = lineStarts.has(index) || before.paragraph !== piece.paragraph
      text += isLineEnd ? '\n' : piece.joiner
    }
    const from = text.length
    text += piece.text
    return { wordId: piece.id, place: piece.place, paragraph: piece.paragraph, from, to: text.length }
  })
  return { text, words }
}

/** The word at an offset; between two words, the one before. Null if there are none. */
export function wordAt({ words }: EditableText, offset: number): WordOffset | null {
  const word = words.findLast(({ from }) => from <= offset) ?? words[0]
  if (word === undefined) return null
  return { wordId: word.wordId, offset: Math.min(Math.max(0, offset - word.from), word.to - word.from) }
}

/** The first word that begins at or after an offset; null at the end of the text. */
export function wordFrom({ words }: EditableText, offset: number): EditableWord | null {
  return words.find(({ from }) => from >= offset) ?? null
}

/** The wording for all words of a cue. */
function wordingOf(
  order: WordOrder,
  transcript: Pick<Transcript, 'marks'>,
  ranges: readonly PlaceRange[],
): Extract<Mark, { kind: 'wording' }> | undefined {
  const [range] = ranges
  if (range === undefined || ranges.length > 1) return undefined
  const placed = marksIn(order, transcript.marks, ['wording'], range)
  return placed.findLast(({ from, to }) => from <= range.from && to >= range.to)?.mark
}

const wordingText = (value: string): string =>
  value
    .split('\n')
    .map(shownText)
    .filter((line) => line !== '')
    .join('\n')

interface Piece {
  readonly id: string
  readonly place: number
  readonly paragraph: number
  readonly text: string
  readonly joiner: string
}

function pieceAt(order: WordOrder, place: number): Piece {
  const { id = '', before = '', text = '' } = order.at(place) ?? {}
  const paragraph = order.paragraphAt(place) ?? 0
  return { id, place, paragraph, text: shownText(before + text), joiner: /^\s/u.test(before) ? ' ' : '' }
}

/**
 * Which words begin a line of the cue, derived from line ends, because dashes and names are at line starts.
 */
function startsOfLines(
  { lines }: Cue,
  pieces: readonly Piece[],
  placeholders: ReadonlyMap<string, string>,
): Set<number> {
  const starts = new Set<number>()
  let at = 0
  for (const { text } of lines) {
    const from = at
    let line = ''
    for (let next = at; next < pieces.length && line.length <= text.length; next += 1) {
      const piece = pieces[next]
      if (piece === undefined) break
      const shown = placeholders.get(piece.id) ?? piece.text
      if (shown !== '') line += (next === from ? '' : piece.joiner) + shown
      if (text.endsWith(line)) at = next + 1
    }
    if (at > from) starts.add(from)
  }
  return starts
}

function placeholdersOf(
  { paragraphs, marks, speakers, language }: EditedText,
  pieces: readonly Piece[],
): ReadonlyMap<string, string> {
  if (speakers === undefined || language === undefined) return new Map()
  const places = new Set(pieces.map(({ paragraph }) => paragraph))
  return shownRedactions({ paragraphs, marks, speakers, language }, places)
}

/**
 * What captions show for redacted words, by id: a placeholder for the first of a run, '' for the others.
 * @param places indexes of the paragraphs to read; omitted: all
 */
export function shownRedactions(
  { paragraphs, marks, speakers, language }: Required<EditedText>,
  places?: ReadonlySet<number>,
): ReadonlyMap<string, string> {
  const shown = new Map<string, string>()
  const { joined, paragraphs: left } = redactedText({ paragraphs, marks, speakers }, language)
  if (joined.size === 0) return shown
  for (const place of places ?? left.keys()) {
    if (left[place] === paragraphs[place]) continue
    for (const { id, text } of left[place]?.words ?? []) {
      const own = joined.get(id) ?? []
      for (const [index, replaced] of own.entries()) shown.set(replaced, index === 0 ? shownText(text) : '')
    }
  }
  return shown
}
