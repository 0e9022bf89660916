import { applyEdit } from '../edits/apply.ts'
import type { Edit, SetMarkEdit } from '../edits/edit.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import { replaceParagraphText } from '../edits/kinds/replace-text.ts'
import type { EditLimits } from '../edits/times.ts'
import { paragraphText, type Paragraph, type Transcript, type Word } from '../transcript/transcript.ts'
import { isUnspaced } from '../words/words.ts'
import type { Difference } from './difference.ts'
import { retimeEdits } from './retime-edits.ts'

/** A word of the paragraph as it will be: one that stays, or one of the second text. */
interface Piece {
  readonly before: string
  readonly text: string
  /** The word of the second text; null for one that stays. */
  readonly taken: Word | null
}

/**
 * Edits that put the second text in place of the present words, to be applied together as one step. Words that both
 * texts have stay as they are; those that are only in the second one get its times. A difference whose words have
 * changed since it was found is left out.
 */
export function takeDifferences(
  transcript: Transcript,
  differences: readonly Difference[],
  newId: () => string,
  limits: EditLimits = {},
): Edit[] {
  const some = Map.groupBy(differences, ({ paragraphId }) => paragraphId)
  const paragraphs = [...transcript.paragraphs]
  const edits: Edit[] = []
  for (const [index, paragraph] of transcript.paragraphs.entries()) {
    const own = some.get(paragraph.id)
    if (own === undefined) continue
    const pieces = piecesOf(paragraph, own)
    const text = pieces.map((piece) => piece.before + piece.text).join('')
    if (text === paragraphText(paragraph)) continue
    const edit = replaceParagraphText(paragraph, newId(), text)
    // A paragraph's times depend on its neighbors alone.
    const around = {
      ...transcript,
      marks: [],
      paragraphs: paragraphs.slice(Math.max(0, index - 1), index + 2),
    }
    const after = applyEdit(around, edit, limits).transcript.paragraphs.find(({ id }) => id === paragraph.id)
    edits.push(edit)
    if (after === undefined) continue
    edits.push(...retimesOf(paragraph, after, pieces, newId))
    paragraphs[index] = after
  }
  return edits
}

function piecesOf(paragraph: Paragraph, differences: readonly Difference[]): Piece[] {
  const { words } = paragraph
  const at = new Map<number, Difference[]>()
  for (const difference of differences) {
    const from = placeIn(words, difference)
    if (from !== null) at.set(from, [...(at.get(from) ?? []), difference])
  }
  const pieces: Piece[] = []
  const put = (before: string, { text }: Word, taken: Word | null, wasInside: boolean): void => {
    const isJoined = pieces.length > 0 && !wasInside && !/^\s/u.test(before) && !isUnspaced(text)
    const space = pieces.length === 0 ? before.trimStart() : isJoined ? ` ${before}` : before
    pieces.push({ before: space, text, taken })
  }
  for (let index = 0; index <= words.length; index += 1) {
    const here = at.get(index) ?? []
    const first = words[index]
    for (const { words: added } of here.filter(({ now }) => now.length === 0))
      for (const word of added) put(word.before, word, word, false)
    const replaced = here.find(({ now }) => now.length > 0)
    // The text before the first replaced word may be a dash that opens the line.
    replaced?.words.forEach((word, number) =>
      put(number === 0 ? (first?.before ?? '') : word.before, word, word, false),
    )
    if (replaced !== undefined) index += replaced.now.length - 1
    else if (first !== undefined) put(first.before, first, null, index > 0)
  }
  return pieces
}

/** Where the words of a difference are in the paragraph; null if they have changed. */
function placeIn(words: readonly Word[], { now, wordBeforeId, wordAfterId }: Difference): number | null {
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
  // Scripts without spaces become words of another length.
  if (
    words.length !== pieces.length ||
    words.some(({ text }, index) => text.trim() !== pieces[index]?.text.trim())
  )
    return []
  const known = new Set(before.words.map(({ id }) => id))
  const targets = words.map(({ id }, index) => (known.has(id) ? null : (pieces[index]?.taken ?? null)))
  return retimeEdits(words, targets, newId)
}

/** The differences that "all" takes over: not those where a person wrote, and not those that were refused. */
export function differencesForAll(differences: readonly Difference[]): Difference[] {
  return differences.filter(({ isByPerson, isKept }) => !isByPerson && !isKept)
}

/** The edit that says that the present words of a difference are right; null if there are no words to say it of. */
export function keepEdit(
  transcript: Transcript,
  { now, wordBeforeId, wordAfterId }: Difference,
  id: string,
): SetMarkEdit | null {
  const fromWordId = now[0]?.id ?? wordBeforeId ?? wordAfterId
  const toWordId = now.at(-1)?.id ?? wordAfterId ?? wordBeforeId
  if (fromWordId === null || toWordId === null) return null
  return setMarkEdit(transcript, {
    id,
    mark: { id: `${id}.0`, kind: 'accepted', fromWordId, toWordId, value: null },
  })
}
