import { applyEdits } from '../../edits/apply-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { replaceTextEdit } from '../../edits/kinds/replace-text.ts'
import { commonTextEnds, middleOf } from '../../sequences/common-ends.ts'
import { paragraphText, type Paragraph, type Transcript } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from './cue-context.ts'
import { setCueWording } from './cue-wording.ts'
import { keepEdgeMarks } from './edge-marks.ts'
import { editableText, type EditableText, type EditableWord } from './editable-text.ts'
import { wordOrder } from './word-order.ts'

/**
 * Sets a new text of a cue (`editableText`): the words of the transcript change, with times as for any typed
 * text. In a cue with its own wording, the wording changes. Line ends inside a speaker's words count as
 * spaces.
 */
export function typeInCue(context: CueContext, cue: Cue, typed: string): Edit[] {
  // There already is a space between the cue and its neighbor, and between words that typing has parted.
  const text = typed.replace(/^[ \t]+|[ \t]+$/gu, '').replace(/[ \t]*(\n|[ \t])[ \t]*/gu, '$1')
  const { transcript, cues } = context
  const order = wordOrder(transcript)
  const editable = editableText(cue, transcript, cues, order)
  if (text === editable.text) return []
  if (editable.wording !== undefined) return setCueWording(context, cue, text)
  const parts = partsOf(editable)
  const edits = newTexts(editable.text, parts, text).flatMap((own, index): Edit[] => {
    const part = parts[index]
    const paragraph = transcript.paragraphs[part?.paragraph ?? -1]
    if (part === undefined || paragraph === undefined || own === part.text) return []
    const next = withTyped(paragraph, part, own)
    return next === paragraphText(paragraph)
      ? []
      : [replaceTextEdit(transcript, { id: context.newId(), paragraphId: paragraph.id, text: next })]
  })
  if (edits.length === 0 || hasSameEdges(editable, text)) return edits
  const range = { from: editable.words[0]?.place ?? 0, to: editable.words.at(-1)?.place ?? 0 }
  const after = (): Transcript => applyEdits(transcript, edits).transcript
  return [...edits, ...keepEdgeMarks(context, order, range, after)]
}

/** Whether the first and last words are unchanged, so that no edge mark can be lost. */
function hasSameEdges({ text: old, words }: EditableText, text: string): boolean {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return false
  const [head, tail] = [old.slice(0, first.to), old.slice(last.from)]
  const isFirst = text.startsWith(head) && /^\s/u.test(text.slice(head.length))
  return isFirst && text.endsWith(tail) && /\s$/u.test(text.slice(0, -tail.length))
}

/** The words of one paragraph in the editable text. */
interface TextPart {
  readonly paragraph: number
  readonly words: readonly EditableWord[]
  readonly from: number
  readonly to: number
  readonly text: string
}

function partsOf({ text, words }: EditableText): TextPart[] {
  return [...Map.groupBy(words, ({ paragraph }) => paragraph)].map(([paragraph, own]) => {
    const from = own[0]?.from ?? 0
    const to = own.at(-1)?.to ?? 0
    return { paragraph, words: own, from, to, text: text.slice(from, to) }
  })
}

/** The new text of each part: by lines if their number is unchanged, else by the one changed range. */
function newTexts(old: string, parts: readonly TextPart[], text: string): string[] {
  const lines = text.split('\n')
  if (lines.length === old.split('\n').length) {
    let at = 0
    return parts.map((part) => {
      const from = at
      at += part.text.split('\n').length
      return lines.slice(from, at).join('\n')
    })
  }
  const change = changeBetween(old, text)
  const last = parts.findLastIndex(({ from }) => from <= change.to)
  const first = parts.findLastIndex(({ from }) => from <= change.from)
  return parts.map((part, index) => {
    if (index < first || index > last) return part.text
    const head = index === first ? part.text.slice(0, change.from - part.from) + change.text : ''
    return head + (index === last ? part.text.slice(Math.max(0, change.to - part.from)) : '')
  })
}

/** A changed range of the old text, and its replacement. */
interface TextChange {
  readonly from: number
  readonly to: number
  readonly text: string
}

function changeBetween(old: string, text: string): TextChange {
  const ends = commonTextEnds(old, text)
  return { from: ends.head, to: old.length - ends.tail, text: middleOf(text, ends) }
}

/** The text of a paragraph with the typed text in part of it; hidden words next to it stay. */
function withTyped(paragraph: Paragraph, part: TextPart, typed: string): string {
  const change = changeBetween(part.text, typed)
  const [from, to] = [part.from + change.from, part.from + change.to]
  const first = part.words.findLast((word) => word.from <= from) ?? part.words[0]
  const last = part.words.find((word) => word.to >= to) ?? part.words.at(-1)
  const old = paragraphText(paragraph)
  if (first === undefined || last === undefined) return old
  const start = placeIn(paragraph, first, from)
  // If nothing was removed, both ends are one position, whichever words they were found by.
  const end = from === to ? start : Math.max(start, placeIn(paragraph, last, to))
  const next = old.slice(0, start) + change.text.replaceAll(/\s*\n\s*/gu, ' ') + old.slice(end)
  return start === 0 ? next.trimStart() : next
}

/** An offset of the editable text, at or in this word, as an offset of its paragraph's text. */
function placeIn({ words }: Paragraph, word: EditableWord, offset: number): number {
  let start = 0
  for (const { id, before, text } of words) {
    if (id !== word.wordId) {
      start += before.length + text.length
      continue
    }
    const raw = before + text
    const lead = raw.length - raw.trimStart().length
    return start + lead + Math.max(0, Math.min(raw.trim().length, offset - word.from))
  }
  return start
}
