import type { Paragraph, Transcript, Word } from '../../transcript/transcript.ts'
import { splitText } from '../../words/align/split-text.ts'
import { naturalMs, spread } from '../../words/align/spread.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'
import type { InsertParagraphsEdit } from '../edit.ts'
import { paragraphIndex, paragraphSpan, withParagraphs } from '../places.ts'
import { EditRefused } from '../refused.ts'

/**
 * The words get time between the surrounding paragraphs, at most as long as it takes to say them; without a
 * gap their duration is 0. Linear in the text and the number of paragraphs.
 */
export function applyInsertParagraphs(transcript: Transcript, edit: InsertParagraphsEdit): Transcript {
  const { afterParagraphId } = edit
  const index = afterParagraphId === null ? 0 : paragraphIndex(transcript, afterParagraphId) + 1
  const like = transcript.paragraphs[afterParagraphId === null ? 0 : index - 1]
  const language = like?.language ?? transcript.language
  const made = edit.texts.map((text) => splitText(text, language)).filter((pieces) => pieces.length > 0)
  if (made.length === 0) throw new EditRefused('empty-text', edit.id)
  const lengths = made.flatMap((pieces) => pieces.map((piece) => piece.text.trim().length))
  const spans = spread(lengths, roomAt(transcript, index, lengths))
  let count = 0
  const paragraphs = made.map((pieces, number): Paragraph => {
    const words = pieces.map((piece): Word => {
      const { startMs, endMs } = spans[count] ?? { startMs: edit.nearMs, endMs: edit.nearMs }
      const id = `${edit.id}.${count}`
      count += 1
      return { id, ...piece, startMs, endMs, confidence: null, origin: 'written' }
    })
    const { speakerId = null, kind = 'note' } = like ?? {}
    return { id: `${edit.id}.${number}`, speakerId, language, kind, words }
  })
  return withParagraphs(transcript, index, 0, paragraphs)
}

function roomAt({ paragraphs, turns }: Transcript, index: number, lengths: readonly number[]): TimeSpan {
  const before = paragraphs[index - 1]
  const after = paragraphs[index]
  const startMs = before === undefined ? 0 : (paragraphSpan(before)?.endMs ?? 0)
  let latestMs = startMs
  if (after === undefined) for (const turn of turns) latestMs = Math.max(latestMs, turn.endMs)
  else latestMs = Math.max(startMs, paragraphSpan(after)?.startMs ?? startMs)
  const neededMs = naturalMs(lengths)
  if (before !== undefined) return { startMs, endMs: Math.min(latestMs, startMs + neededMs) }
  return { startMs: Math.max(startMs, latestMs - neededMs), endMs: latestMs }
}

/** When the preceding paragraph no longer exists, they follow the last one that starts no later. */
export function carryInsertion(edit: InsertParagraphsEdit, { paragraphs }: Transcript): InsertParagraphsEdit {
  const { afterParagraphId, nearMs } = edit
  if (afterParagraphId === null || paragraphs.some(({ id }) => id === afterParagraphId)) return edit
  const nearest = paragraphs.findLast((each) => (paragraphSpan(each)?.startMs ?? Infinity) <= nearMs)
  return { ...edit, afterParagraphId: nearest?.id ?? null }
}

/** The edit that inserts lines below a paragraph; null: above the first. */
export function insertParagraphsEdit(
  id: string,
  after: Paragraph | null,
  texts: readonly string[],
): InsertParagraphsEdit {
  const nearMs = after === null ? 0 : (paragraphSpan(after)?.endMs ?? 0)
  return { kind: 'insert-paragraphs', id, afterParagraphId: after?.id ?? null, texts, nearMs }
}
