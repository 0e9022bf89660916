import { applyEdits } from '../edits/apply-edits.ts'
import type { Edit } from '../edits/edit.ts'
import { insertParagraphsEdit } from '../edits/kinds/insert-paragraphs.ts'
import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import { type Paragraph, paragraphText, type Transcript, type Word } from '../transcript/transcript.ts'
import type { UnwrittenPassage } from './unwritten-passages.ts'

/**
 * Inserts a spoken passage into the text, with its recognized times and speaker: between words of a
 * paragraph, or as a paragraph of its own. Empty if the words around its place are no longer neighbours. One step of
 * undo.
 */
export function insertPassage(
  transcript: Transcript,
  passage: UnwrittenPassage,
  newId: () => string,
): Edit[] {
  const { afterWordId, beforeWordId, text } = passage
  const id = newId()
  const index =
    beforeWordId === null
      ? transcript.paragraphs.length
      : transcript.paragraphs.findIndex(({ words }) => words.some((word) => word.id === beforeWordId))
  if (index < 0 || wordBefore(transcript, beforeWordId) !== afterWordId) return []
  const paragraph = transcript.paragraphs[index]
  const place = paragraph?.words.findIndex((word) => word.id === beforeWordId) ?? 0
  const before = transcript.paragraphs[index - 1]
  const isOwn = paragraph === undefined || (place === 0 && before?.kind === 'speech')
  const edit: Edit = isOwn
    ? insertParagraphsEdit(id, transcript.paragraphs.slice(0, index).findLast(isSpeech) ?? null, [text])
    : replaceTextEdit(transcript, {
        id,
        paragraphId: paragraph.id,
        text: withPassage(paragraph.words, place, text),
      })
  const { transcript: after } = applyEdits(transcript, [edit])
  const made = after.paragraphs.flatMap(({ words, speakerId }) =>
    words.flatMap((word) => (word.id.startsWith(`${id}.`) ? [{ word, speakerId }] : [])),
  )
  return [
    edit,
    ...retimed(
      made.map(({ word }) => word),
      passage,
      newId,
    ),
    ...spokenBy(after, made, passage, newId),
  ]
}

/** The last spoken word before another, or of the whole text for null. */
function wordBefore({ paragraphs }: Transcript, wordId: string | null): string | null {
  const ids = paragraphs.filter(isSpeech).flatMap(({ words }) => words.map(({ id }) => id))
  return ids[(wordId === null ? ids.length : ids.indexOf(wordId)) - 1] ?? null
}

function withPassage(words: readonly Word[], place: number, text: string): string {
  const head = paragraphText({ words: words.slice(0, place) })
  const tail = paragraphText({ words: words.slice(place) })
  return `${head.trimEnd()} ${text} ${tail.trimStart()}`.trimStart()
}

/** A sound or a note passes nothing on to the paragraph after it. */
const isSpeech = ({ kind }: Paragraph): boolean => kind === 'speech'

/** Last word first, so that no word overlaps another on the way. */
function retimed(made: readonly Word[], { words }: UnwrittenPassage, newId: () => string): Edit[] {
  if (made.length !== words.length) return []
  return made
    .map((word, index): Edit => {
      const { startMs, endMs } = words[index] ?? word
      return { kind: 'retime-word', id: newId(), wordId: word.id, startMs, endMs }
    })
    .toReversed()
}

function spokenBy(
  { speakers }: Transcript,
  made: readonly { readonly word: Word; readonly speakerId: string | null }[],
  { speakerId }: UnwrittenPassage,
  newId: () => string,
): Edit[] {
  const first = made[0]
  const last = made.at(-1)
  if (first === undefined || last === undefined || first.speakerId === speakerId) return []
  if (!speakers.some(({ id }) => id === speakerId)) return []
  const target = { fromWordId: first.word.id, toWordId: last.word.id }
  return [{ kind: 'assign-speaker', id: newId(), target, speakerId }]
}
