import { paragraphText, type Paragraph } from '../../transcript/transcript.ts'
import type { ReplaceTextEdit, TextBase } from '../edit.ts'
import { findLetters } from './find-letters.ts'
import { changeAmong, changeOf, type TextChange } from './merge-typing.ts'

/** The new text of one paragraph. */
export interface MergedText {
  readonly paragraph: Paragraph
  readonly text: string
}

// This many letters around a change are enough to find it again.
const contextLetters = 32
const mostBefore = 1
const mostAfter = 5

/** Whether somebody has split the paragraph of a text edit since, in or between the words around the edit. */
export function isSplitSince(
  { paragraphId }: ReplaceTextEdit,
  base: TextBase,
  paragraphs: readonly Paragraph[],
): boolean {
  const index = paragraphs.findIndex(({ id }) => id === paragraphId)
  if (index < 0) return false
  const own = new Set([...base.words.map((word) => word.id), base.afterWordId, base.beforeWordId])
  // The second part of a split word has the id of the paragraph that it begins.
  const isSplitOff = ({ id, words }: Paragraph): boolean =>
    words.some((word) => own.has(word.id) || word.id === id)
  return paragraphs.slice(index + 1, index + 1 + mostAfter).some(isSplitOff)
}

/**
 * Merges a text edit into the paragraphs around `target` by the letters around the edit, wherever these are
 * now, because the two parts of a split word are not the word that the edit changed. A deletion across a
 * split is made in the part that contains more of it. Null when the letters are no longer there.
 */
export function mergeByLetters(
  edit: ReplaceTextEdit,
  base: TextBase,
  target: Paragraph,
  paragraphs: readonly Paragraph[],
): MergedText | null {
  const { at } = base
  if (at === undefined) return null
  const was = base.words.map((word) => word.before + word.text).join('')
  const old = edit.text.slice(0, at) + was + edit.text.slice(at + base.text.length)
  const own = was === '' ? { at, removed: 0, inserted: base.text } : changeOf(old, edit.text)
  const from = Math.max(0, at - contextLetters)
  const passage = old.slice(from, at + was.length + contextLetters)
  const index = paragraphs.indexOf(target)
  const near = paragraphs
    .slice(Math.max(0, index - mostBefore), index + 1 + mostAfter)
    .filter((each) => each.kind === 'speech' || each === target)
  // Each split usually removes a space, so the parts are joined by one.
  const found = findLetters(passage, near.map(paragraphText).join(' '))
  if (found === null) return null
  const gone = found.changes.reduce((sum, { removed }) => sum + removed, 0)
  if (gone * 2 > passage.length) return null
  const words = { from: at - from, to: at - from + was.length }
  const change = placeAmong(found.changes, words, { ...own, at: own.at - from })
  return change === null ? null : changedPart(near, { ...change, at: change.at + found.start })
}

function placeAmong(
  others: readonly TextChange[],
  words: Parameters<typeof changeAmong>[1],
  own: TextChange,
): TextChange | null {
  if (own.removed === 0 || own.inserted === '') return changeAmong(others, words, own)
  const deletion = changeAmong(others, words, { ...own, inserted: '' })
  return deletion === null ? null : { ...deletion, inserted: own.inserted }
}

/** Applies a change of the joined texts to one of the paragraphs. */
function changedPart(parts: readonly Paragraph[], { at, removed, inserted }: TextChange): MergedText | null {
  let best: MergedText | null = null
  let most = -1
  let start = 0
  for (const paragraph of parts) {
    const text = paragraphText(paragraph)
    const from = Math.max(at - start, 0)
    const to = Math.min(at + removed - start, text.length)
    start += text.length + 1
    if (to - from <= most) continue
    most = to - from
    const changed = text.slice(0, from) + inserted + text.slice(to)
    best = { paragraph, text: from === 0 ? changed.trimStart() : changed }
  }
  return best
}
