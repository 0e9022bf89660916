import { applyEdits } from '../../edits/apply-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { replaceParagraphText } from '../../edits/kinds/replace-text.ts'
import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from './cue-context.ts'
import { setCueWording } from './cue-wording.ts'
import { editableText, type EditableWord } from './editable-text.ts'
import { keepEdgeMarks } from './edge-marks.ts'
import { wordOrder, type WordOrder } from './word-order.ts'

/**
 * A new text of a cue (`editableText`): the words of the transcript change, and keep their times as any typed text
 * does. In a cue with its own wording that wording changes. Line ends count as spaces.
 */
export function typeInCue(context: CueContext, cue: Cue, text: string): Edit[] {
  const { transcript, cues } = context
  const order = wordOrder(transcript)
  const editable = editableText(cue, transcript, cues, order)
  if (text === editable.text) return []
  if (editable.wording !== undefined) return setCueWording(context, cue, text)
  const change = changeBetween(editable.text, text)
  const first = editable.words.findLast(({ from }) => from <= change.from) ?? editable.words[0]
  const last = editable.words.find(({ to }) => to >= change.to) ?? editable.words.at(-1)
  if (first === undefined || last === undefined) return []
  const edits = [...Map.groupBy(editable.words, ({ paragraph }) => paragraph)].flatMap(
    ([index, words]): Edit[] => {
      const paragraph = transcript.paragraphs[index]
      if (paragraph === undefined || index < first.paragraph || index > last.paragraph) return []
      const old = paragraphText(paragraph)
      const [from, until] = partOf(transcript, order, words)
      const start = index === first.paragraph ? placeIn(transcript, order, first, change.from) : from
      const end = index === last.paragraph ? placeIn(transcript, order, last, change.to) : until
      const typed = index === first.paragraph ? change.text.replaceAll(/\s*\n\s*/gu, ' ') : ''
      // Nothing was taken out: both ends are the same place, whichever words they were found by.
      const rest = old.slice(change.from === change.to ? start : Math.max(start, end))
      const next = old.slice(0, start) + typed + rest
      const whole = start === 0 ? next.trimStart() : next
      return whole === old ? [] : [replaceParagraphText(paragraph, context.newId(), whole)]
    },
  )
  if (edits.length === 0) return []
  const range = { from: editable.words[0]?.place ?? 0, to: editable.words.at(-1)?.place ?? 0 }
  const after = (): Transcript => applyEdits(transcript, edits).transcript
  return [...edits, ...keepEdgeMarks(context, order, range, after)]
}

/** What was changed: a part of the old text, and the text that is there instead. */
interface TextChange {
  readonly from: number
  readonly to: number
  readonly text: string
}

function changeBetween(old: string, text: string): TextChange {
  const shorter = Math.min(old.length, text.length)
  let head = 0
  while (head < shorter && old[head] === text[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  return { from: head, to: old.length - tail, text: text.slice(head, text.length - tail) }
}

/** Where words begin and end in the text of their paragraph. */
function partOf(
  transcript: Transcript,
  order: WordOrder,
  words: readonly EditableWord[],
): readonly [number, number] {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return [0, 0]
  return [placeIn(transcript, order, first, first.from), placeIn(transcript, order, last, last.to)]
}

/** An offset of the editable text, at or in this word, as an offset of its paragraph's text. */
function placeIn(transcript: Transcript, order: WordOrder, word: EditableWord, offset: number): number {
  let start = 0
  for (const { id, before, text } of transcript.paragraphs[word.paragraph]?.words ?? []) {
    if (id !== word.wordId) {
      start += before.length + text.length
      continue
    }
    const raw = before + text
    const lead = raw.length - raw.trimStart().length
    const length = raw.trim().length
    return start + lead + Math.max(0, Math.min(length, offset - word.from))
  }
  return start
}
