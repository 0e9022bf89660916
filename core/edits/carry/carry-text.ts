import { paragraphText, type Paragraph, type Transcript, type Word } from '../../transcript/transcript.ts'
import { pairTexts } from '../../words/align/pairs.ts'
import { splitText, type TextPiece } from '../../words/align/split-text.ts'
import { isSplitSince, mergeByLetters, type MergedText } from './merge-by-letters.ts'
import { mergeTyping, isPureInsertion } from './merge-typing.ts'
import type { Edit, ReplaceTextEdit, TextBase } from '../edit.ts'
import { replaceParagraphText } from '../kinds/replace-text.ts'

/**
 * Carries over a text edit. Words whose id and text are unchanged are edited normally. Pure insertions go
 * where they were typed, located by the text of the paragraph at that time; if somebody else typed in the
 * same words, or split them, the letters of both are kept. Where the words were replaced or removed in the
 * meantime, the typed text is inserted next to what is there now: after the last preceding word that still
 * exists, or before the next one; if none exists, at the nearest time; in a transcript without any speech, as
 * a note.
 */
export function carryText(edit: ReplaceTextEdit, transcript: Transcript): Edit | null {
  const { base } = edit
  if (base === undefined) return carryWhole(edit, transcript)
  const target = resolveParagraph(edit, base, transcript)
  if (target === null) return toNote(edit, base)
  const { paragraphs } = transcript
  const isSplit = isSplitSince(edit, base, paragraphs)
  const byLetters = isSplit ? mergeByLetters(edit, base, target, paragraphs) : null
  if (byLetters !== null) return editTo(byLetters, edit)
  const text = replaceInPlace(target, base, 'as they stood') ?? carryInto(target, edit, base)
  if (text !== null) return editTo({ paragraph: target, text }, edit)
  const isTyped = base.words.length > 0 && isPureInsertion(textOf(base.words), base.text)
  const nearby = isTyped ? mergeByLetters(edit, base, target, paragraphs) : null
  return editTo(nearby ?? { paragraph: target, text: insertNearby(target, base) }, edit)
}

/** Null if the paragraph has this text already. */
function editTo({ paragraph, text }: MergedText, edit: ReplaceTextEdit): Edit | null {
  if (text === paragraphText(paragraph)) return null
  if (text === edit.text && paragraph.id === edit.paragraphId) return edit
  // The new edit has its own base, as it may have to be carried over again.
  return { ...replaceParagraphText(paragraph, edit.id, text, undefined), ...pastedIn(edit) }
}

function carryInto(target: Paragraph, edit: ReplaceTextEdit, base: TextBase): string | null {
  if (isPureInsertion(textOf(base.words), base.text)) {
    return (
      mergeIntoText(target, edit, base) ??
      mergeIntoWords(target, edit, base) ??
      replaceInPlace(target, base, 'anywhere')
    )
  }
  // Remove only the words of the base, not words that somebody else typed between them.
  return replaceInPlace(target, base, 'anywhere') ?? mergeIntoWords(target, edit, base)
}

const textOf = (words: TextBase['words']): string => words.map((word) => word.before + word.text).join('')

/**
 * Whether a text edit of this paragraph applies to exactly what it was made from, so that `carryText` would return it
 * unchanged: the words that it replaces are still together, between the same neighbors.
 */
export function appliesUnchanged(edit: ReplaceTextEdit, paragraph: Paragraph): boolean {
  const { base } = edit
  if (base === undefined || (paragraph.kind !== 'speech' && paragraph.id !== edit.paragraphId)) return false
  const firstWanted = base.words[0]?.id ?? base.afterWordId ?? base.beforeWordId
  if (!paragraph.words.some((word) => word.id === firstWanted)) return false
  return (
    replaceInPlace(paragraph, base, 'as they stood') === edit.text && edit.text !== paragraphText(paragraph)
  )
}

/**
 * Without a base, what was typed is unknown: the text replaces the paragraph's, or becomes a note at the end.
 */
function carryWhole(edit: ReplaceTextEdit, transcript: Transcript): Edit | null {
  if (transcript.paragraphs.some((paragraph) => paragraph.id === edit.paragraphId)) return edit
  const text = edit.text.trim()
  if (text === '') return null
  const endMs = transcript.paragraphs.reduce((last, { words }) => Math.max(last, words.at(-1)?.endMs ?? 0), 0)
  return {
    kind: 'insert-sound',
    id: edit.id,
    paragraphKind: 'note',
    text,
    startMs: endMs,
    endMs,
    ...pastedIn(edit),
  }
}

/** The paragraph that contains the remaining words, or their neighbors; otherwise the nearest in time. */
function resolveParagraph(edit: ReplaceTextEdit, base: TextBase, transcript: Transcript): Paragraph | null {
  const speech = transcript.paragraphs.filter(
    (paragraph) => paragraph.kind === 'speech' || paragraph.id === edit.paragraphId,
  )
  const wanted = [...base.words.map((word) => word.id), base.afterWordId, base.beforeWordId]
  const targets = speech.filter((paragraph) => paragraph.words.some((word) => wanted.includes(word.id)))
  for (const id of wanted) {
    const target = targets.find((paragraph) => paragraph.words.some((word) => word.id === id))
    if (target !== undefined) return target
  }
  const same = speech.find((paragraph) => paragraph.id === edit.paragraphId)
  return same ?? nearestParagraph(speech, base.startMs)
}

function nearestParagraph(paragraphs: readonly Paragraph[], ms: number): Paragraph | null {
  let best: Paragraph | null = null
  let distance = Infinity
  for (const paragraph of paragraphs) {
    for (const word of paragraph.words) {
      const away = Math.max(word.startMs - ms, ms - word.endMs, 0)
      if (away < distance) {
        best = paragraph
        distance = away
      }
    }
  }
  return best
}

function toNote(edit: ReplaceTextEdit, base: TextBase): Edit | null {
  const { startMs, endMs } = base
  const text = base.text.trim()
  if (text === '') return null
  return { kind: 'insert-sound', id: edit.id, paragraphKind: 'note', text, startMs, endMs, ...pastedIn(edit) }
}

const pastedIn = ({ fromRedacted }: ReplaceTextEdit): Pick<ReplaceTextEdit, 'fromRedacted'> =>
  fromRedacted === undefined ? {} : { fromRedacted }

/**
 * The new text if all the words are still together; null otherwise. `as they stood` also requires the same space
 * before each and the same neighbors.
 */
function replaceInPlace(
  target: Paragraph,
  base: TextBase,
  where: 'as they stood' | 'anywhere',
): string | null {
  const from = placeOfRun(target.words, base)
  if (from === null) return null
  const to = from + base.words.length
  const isThere = base.words.every((word, index) => {
    const there = target.words[from + index]
    if (there?.id !== word.id) return false
    if (where === 'as they stood') return there.before === word.before && there.text === word.text
    return there.text.trim() === word.text.trim()
  })
  if (!isThere) return null
  const left = paragraphText({ words: target.words.slice(0, from) })
  const right = paragraphText({ words: target.words.slice(to) })
  const isOldLeft = base.afterWordId === (target.words[from - 1]?.id ?? null)
  const isOldRight = base.beforeWordId === (target.words[to]?.id ?? null)
  if (where === 'as they stood' && !(isOldLeft && isOldRight)) return null
  const middle = isOldLeft ? base.text : joinable(left, base.text)
  const upTo = left + middle
  const fits = isOldRight && (where === 'as they stood' || upTo !== '')
  return upTo + (fits ? right : joinable(upTo, right))
}

/** The new text if somebody else typed in the same paragraph, regardless of its words; null on a conflict. */
function mergeIntoText(
  target: Paragraph,
  { paragraphId, text }: ReplaceTextEdit,
  base: TextBase,
): string | null {
  const { at } = base
  if (at === undefined || target.id !== paragraphId) return null
  const was = textOf(base.words)
  const old = text.slice(0, at) + was + text.slice(at + base.text.length)
  const own = was === '' ? { at, removed: 0, inserted: base.text } : undefined
  return mergeTyping(old, text, paragraphText(target), { from: at, to: at + was.length }, own)
}

/** The new text if somebody else typed elsewhere in the same words; null on a conflict. */
function mergeIntoWords(target: Paragraph, { paragraphId }: ReplaceTextEdit, base: TextBase): string | null {
  const { words } = target
  const indexOf = (id: string | undefined): number => words.findIndex((word) => word.id === id)
  const isHere = target.id === paragraphId
  const after = base.afterWordId === null ? -1 : indexOf(base.afterWordId)
  const before = base.beforeWordId === null ? words.length : indexOf(base.beforeWordId)
  const isOldLeft = base.afterWordId === null ? isHere : after >= 0
  const isOldRight = base.beforeWordId === null ? isHere : before >= 0
  const from = isOldLeft ? after + 1 : indexOf(base.words[0]?.id)
  const to = isOldRight ? before : indexOf(base.words.at(-1)?.id) + 1
  if (from < 0 || to <= from) return null
  const merged = mergeTyping(textOf(base.words), base.text, paragraphText({ words: words.slice(from, to) }))
  if (merged === null) return null
  const left = paragraphText({ words: words.slice(0, from) })
  const right = paragraphText({ words: words.slice(to) })
  const upTo = left + (isOldLeft ? merged : joinable(left, merged))
  return upTo + (isOldRight ? right : joinable(upTo, right))
}

function placeOfRun(words: readonly Word[], base: TextBase): number | null {
  const indexOf = (id: string | null | undefined): number => words.findIndex((word) => word.id === id)
  const first = base.words[0]
  if (first !== undefined) return indexOf(first.id) >= 0 ? indexOf(first.id) : null
  if (base.afterWordId !== null && indexOf(base.afterWordId) >= 0) return indexOf(base.afterWordId) + 1
  return base.beforeWordId !== null && indexOf(base.beforeWordId) >= 0 ? indexOf(base.beforeWordId) : null
}

/**
 * `text` with a leading space if it would otherwise run into the preceding text, and none at the start of a
 * text.
 */
function joinable(left: string, text: string): string {
  if (left === '' || text === '') return text.trimStart()
  return /\s$/u.test(left) || /^\s/u.test(text) ? text : ` ${text}`
}

/** A word of the paragraph as text, with what was typed next to it; a null text means the edit removes it. */
interface Cell {
  readonly id: string
  text: string | null
  readonly before: string[]
  readonly after: string[]
}

/**
 * Word by word: edits the words that have not changed since, and inserts the rest of the typed text next to
 * them.
 */
function insertNearby(target: Paragraph, base: TextBase): string {
  const cells: Cell[] = target.words.map((word) => ({
    id: word.id,
    text: word.before + word.text,
    before: [],
    after: [],
  }))
  const cellOf = new Map(cells.map((cell) => [cell.id, cell]))
  const wordOf = new Map(target.words.map((word) => [word.id, word]))
  const isAsItWas = (word: TextBase['words'][number]): boolean =>
    wordOf.get(word.id)?.text.trim() === word.text.trim()

  const pieces = splitText(base.text, target.language)
  const pending: TextPiece[] = []
  let anchor = base.afterWordId === null ? undefined : cellOf.get(base.afterWordId)
  const insert = (typed: readonly TextPiece[]): void => {
    if (anchor === undefined) pending.push(...typed)
    else anchor.after.push(...typed.map((piece) => piece.text.trim()))
  }
  const pairs = pairTexts(
    base.words.map((word) => word.text.trim()),
    pieces.map((piece) => piece.text.trim()),
  )
  for (const stretch of pairs) {
    const oldWords = base.words.slice(stretch.oldFrom, stretch.oldTo)
    const newPieces = pieces.slice(stretch.newFrom, stretch.newTo)
    const [first] = oldWords
    if (stretch.kind !== 'equal') {
      const own = stretch.kind === 'changed' && first !== undefined && isAsItWas(first) ? first : undefined
      for (const old of oldWords) {
        const cell = cellOf.get(old.id)
        if (cell !== undefined && isAsItWas(old)) cell.text = null
      }
      const cell = own === undefined ? undefined : cellOf.get(own.id)
      if (cell === undefined) {
        anchor = cellOf.get(first?.id ?? '') ?? anchor
        insert(newPieces)
      } else
        cell.text =
          (wordOf.get(cell.id)?.before ?? '') + newPieces.map((piece) => piece.text.trim()).join(' ')
    }
    for (const old of oldWords) anchor = cellOf.get(old.id) ?? anchor
  }
  const typed = pending.map((piece) => piece.text.trim())
  const firstLeft = [...base.words.map((word) => word.id), base.beforeWordId].find((id) =>
    cellOf.has(id ?? ''),
  )
  const next = firstLeft === undefined ? undefined : cellOf.get(firstLeft ?? '')
  // If none of its neighbors still exists, it goes after the last word that starts no later.
  const byTime = target.words.findLastIndex((word) => word.startMs <= base.startMs)
  if (next !== undefined) next.before.push(...typed)
  else if (byTime >= 0) cells[byTime]?.after.push(...typed)
  else cells[0]?.before.push(...typed)
  return joinCells(cells)
}

function joinCells(cells: readonly Cell[]): string {
  let text = ''
  for (const cell of cells) {
    for (const typed of cell.before) text += joinable(text, typed)
    if (cell.text !== null)
      text += cell.before.length > 0 || text === '' ? joinable(text, cell.text) : cell.text
    for (const typed of cell.after) text += joinable(text, typed)
  }
  return text
}
