import { applyEdit } from '../edits/apply.ts'
import type { Edit, SetMarkEdit } from '../edits/edit.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import { replaceParagraphText } from '../edits/kinds/replace-text.ts'
import type { EditLimits } from '../edits/times.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { type RedactedWords, redactionsBy } from '../transcript/redacted-words.ts'
import { paragraphText, type Paragraph, type Transcript, type Word } from '../transcript/transcript.ts'
import { isUnspaced } from '../language/unspaced-scripts.ts'
import type { Difference } from './difference.ts'
import { retimeEdits } from './retime-edits.ts'

/** A word that replaces another keeps that one's time, unless the second text places it further away. */
const FAR_MS = 500

/** A word of a second text, or all of its words as one; its times if they are known, else they follow from its place. */
export type TakenWord = Pick<Word, 'before' | 'text'> & Partial<TimeSpan>

/** What is replaced by what; a second text without times has no whole differences. */
export type TakenDifference = Pick<Difference, 'paragraphId' | 'now' | 'wordBeforeId' | 'wordAfterId'> & {
  readonly words: readonly TakenWord[]
}

/** A word of the resulting paragraph: one that stays, or one of the second text. */
interface Piece {
  readonly before: string
  readonly text: string
  /** The time of the word in the second text; null for one that stays, or has none. */
  readonly taken: TimeSpan | null
}

/**
 * Edits that replace the present words by the second text, to be applied together as one step. Words in both
 * texts are unchanged; those only in the second one get its times. A difference whose words have changed
 * since it was found is skipped.
 */
export function takeDifferences(
  transcript: Transcript,
  differences: readonly TakenDifference[],
  newId: (difference: TakenDifference) => string,
  limits: EditLimits = {},
): Edit[] {
  const some = Map.groupBy(differences, ({ paragraphId }) => paragraphId)
  const paragraphs = [...transcript.paragraphs]
  const edits: Edit[] = []
  const redactedIn = redactionsBy(transcript)
  for (const [index, paragraph] of transcript.paragraphs.entries()) {
    // One edit each, so that the words in between are not touched; from the end, so that indexes stay valid.
    const own = inOrder(paragraph.words, some.get(paragraph.id) ?? []).toReversed()
    let current: Paragraph | undefined = paragraph
    for (const difference of own) {
      if (current === undefined) break
      // A paragraph's times depend on its neighbors alone.
      const around = [paragraphs[index - 1], current, paragraphs[index + 1]].flatMap((each) => each ?? [])
      const taken = takeOne({ ...transcript, marks: [], paragraphs: around }, current, difference, {
        newId,
        redacted: redactedIn?.(paragraph),
        limits,
      })
      edits.push(...taken.edits)
      current = taken.paragraph
    }
    if (current !== undefined) paragraphs[index] = current
  }
  return edits
}

interface TakingOptions {
  readonly newId: (difference: TakenDifference) => string
  /** Of the paragraph as it was before the first difference. */
  readonly redacted: RedactedWords | undefined
  readonly limits: EditLimits
}

interface TakenOne {
  readonly edits: readonly Edit[]
  /** Undefined if nothing remains. */
  readonly paragraph: Paragraph | undefined
}

function takeOne(
  around: Transcript,
  paragraph: Paragraph,
  difference: TakenDifference,
  { newId, redacted, limits }: TakingOptions,
): TakenOne {
  const pieces = piecesOf(paragraph, difference)
  const text = pieces.map((piece) => piece.before + piece.text).join('')
  if (text === paragraphText(paragraph)) return { edits: [], paragraph }
  const edit = replaceParagraphText(paragraph, newId(difference), text, redacted)
  const isOwn = ({ id }: Paragraph): boolean => id === paragraph.id
  const after = applyEdit(around, edit, limits).transcript
  const made = after.paragraphs.find(isOwn)
  if (made === undefined) return { edits: [edit], paragraph: undefined }
  const retimes = retimesOf(paragraph, made, pieces, () => newId(difference))
  const timed = retimes.reduce((state, retime) => applyEdit(state, retime, limits).transcript, after)
  return { edits: [edit, ...retimes], paragraph: timed.paragraphs.find(isOwn) }
}

/** By their positions in the paragraph; those whose words have changed are skipped. */
function inOrder(words: readonly Word[], differences: readonly TakenDifference[]): TakenDifference[] {
  return differences
    .flatMap((difference) => {
      const from = placeIn(words, difference)
      return from === null ? [] : [{ difference, from }]
    })
    .sort((a, b) => a.from - b.from || a.difference.now.length - b.difference.now.length)
    .map(({ difference }) => difference)
}

function piecesOf({ words }: Paragraph, { now, words: added, wordBeforeId }: TakenDifference): Piece[] {
  const from = wordBeforeId === null ? 0 : words.findIndex(({ id }) => id === wordBeforeId) + 1
  const pieces: Piece[] = words.slice(0, from).map(({ before, text }) => ({ before, text, taken: null }))
  const put = (before: string, text: string, taken: TimeSpan | null): void => {
    const isFirst = pieces.length === 0
    const space = isFirst
      ? before.trimStart()
      : !/^\s/u.test(before) && !isUnspaced(text)
        ? ` ${before}`
        : before
    pieces.push({ before: space, text, taken })
  }
  // The text before the first replaced word may be a dash that opens the line.
  const opening = now[0]?.before
  added.forEach(({ before, text, startMs, endMs }, index) => {
    const taken = startMs === undefined || endMs === undefined ? null : { startMs, endMs }
    put(index === 0 ? (opening ?? before) : before, text, taken)
  })
  const [next, ...rest] = words.slice(from + now.length)
  // It may have been the first, without a space before it, or may be the first now.
  if (next !== undefined) put(next.before, next.text, null)
  return [...pieces, ...rest.map(({ before, text }) => ({ before, text, taken: null }))]
}

/** The position of a difference's words in the paragraph; null if they have changed. */
function placeIn(words: readonly Word[], { now, wordBeforeId, wordAfterId }: TakenDifference): number | null {
  const before = wordBeforeId === null ? -1 : words.findIndex(({ id }) => id === wordBeforeId)
  if (wordBeforeId !== null && before < 0) return null
  const from = before + 1
  const isThere = now.every((word, index) => {
    const there = words[from + index]
    return there?.id === word.id && there.text === word.text
  })
  return isThere && (words[from + now.length]?.id ?? null) === wordAfterId ? from : null
}

function retimesOf(
  before: Paragraph,
  after: Paragraph,
  pieces: readonly Piece[],
  newId: () => string,
): Edit[] {
  const { words } = after
  // In scripts without spaces, the replaced words may differ in length.
  if (
    words.length !== pieces.length ||
    words.some(({ text }, index) => text.trim() !== pieces[index]?.text.trim())
  )
    return []
  const known = new Set(before.words.map(({ id }) => id))
  const targets = words.map(({ id, startMs }, index) => {
    const taken = pieces[index]?.taken ?? null
    if (taken === null) return null
    return !known.has(id) || Math.abs(taken.startMs - startMs) > FAR_MS ? taken : null
  })
  return retimeEdits(words, targets, newId)
}

/** The differences that "all" takes: excluding those where a person typed, and those that were refused. */
export function differencesForAll(differences: readonly Difference[]): Difference[] {
  return differences.filter(({ isByPerson, isKept }) => !isByPerson && !isKept)
}

/** The edit that marks the present words of a difference as right. */
export function keepEdit(
  transcript: Transcript,
  { markFromId, markToId }: Difference,
  id: string,
): SetMarkEdit {
  const mark = {
    id: `${id}.0`,
    kind: 'accepted',
    fromWordId: markFromId,
    toWordId: markToId,
    value: null,
  } as const
  return setMarkEdit(transcript, { id, mark })
}
