import { type RedactedWords, redactionsBy } from '../../transcript/redacted-words.ts'
import { paragraphText, type Paragraph, type Transcript, type Word } from '../../transcript/transcript.ts'
import { retimeText } from '../../words/align/retime-text.ts'
import type { BaseWord, ReplaceTextEdit, TextBase } from '../edit.ts'
import { paragraphAt, paragraphIndex, paragraphSpan } from '../places.ts'

/**
 * The words of the paragraph at `index` after the edit, with times up to the neighboring paragraphs; at the
 * end, up to the last turn. Empty when the new text is whitespace alone.
 */
export function replacedWords(
  transcript: Pick<Transcript, 'paragraphs' | 'turns'>,
  index: number,
  edit: ReplaceTextEdit,
): Word[] {
  const { words, language } = paragraphAt(transcript, index)
  return retimeText(words, edit.text, { editId: edit.id, language, ...limits(transcript, index) })
}

function limits(
  transcript: Pick<Transcript, 'paragraphs' | 'turns'>,
  index: number,
): { startMs: number; endMs: number } {
  const before = transcript.paragraphs[index - 1]
  const after = transcript.paragraphs[index + 1]
  const startMs = before === undefined ? 0 : (paragraphSpan(before)?.endMs ?? 0)
  let endMs = startMs
  if (after === undefined) for (const turn of transcript.turns) endMs = Math.max(endMs, turn.endMs)
  else endMs = paragraphSpan(after)?.startMs ?? startMs
  return { startMs, endMs }
}

/** The edit that gives a paragraph a new text, with everything needed to carry it over to a newer state. */
export function replaceTextEdit(
  transcript: Transcript,
  edit: { readonly id: string; readonly paragraphId: string; readonly text: string },
): ReplaceTextEdit {
  const paragraph = paragraphAt(transcript, paragraphIndex(transcript, edit.paragraphId))
  return replaceParagraphText(paragraph, edit.id, edit.text, redactionsBy(transcript)?.(paragraph))
}

/**
 * `replaceTextEdit` for callers that already have the paragraph.
 * @param redacted its redacted words (`redactionsBy`): the edit may be carried to where they are gone
 */
export function replaceParagraphText(
  paragraph: Paragraph,
  id: string,
  text: string,
  redacted: RedactedWords | undefined,
): ReplaceTextEdit {
  return {
    kind: 'replace-text',
    id,
    paragraphId: paragraph.id,
    text,
    base: textBase(paragraph.words, text, redacted),
  }
}

/** The shortest run of whole words that contains every difference between the words and a new text. */
function textBase(words: readonly Word[], text: string, redacted: RedactedWords | undefined): TextBase {
  const oldText = paragraphText({ words })
  let head = 0
  let start = 0
  for (const word of words) {
    const end = start + word.before.length + word.text.length
    // The last unchanged word must not run into the text that now follows it.
    const closed = end === text.length || /^\s$/u.test(text.charAt(end))
    if (!closed || text.slice(start, end) !== oldText.slice(start, end)) break
    head += 1
    start = end
  }
  let tail = 0
  let end = text.length
  for (const word of words.slice(head).reverse()) {
    const whole = word.before + word.text
    const from = end - whole.length
    const open = /^\s/u.test(whole) || from === 0
    if (from < start || !open || text.slice(from, end) !== whole) break
    tail += 1
    end = from
  }
  const run = words.slice(head, words.length - tail)
  const left = words[head - 1]
  const right = words[words.length - tail]
  return {
    afterWordId: left?.id ?? null,
    words: run.map(({ id, before, text: was }): BaseWord => ({
      id,
      before,
      text: was,
      ...(redacted?.has(id) === true ? { redacted: true } : {}),
    })),
    beforeWordId: right?.id ?? null,
    text: text.slice(start, end),
    at: start,
    startMs: run[0]?.startMs ?? left?.endMs ?? right?.startMs ?? 0,
    endMs: run.at(-1)?.endMs ?? right?.startMs ?? left?.endMs ?? 0,
  }
}
