import { redactedWords } from '#core/transcript/redacted-words'
import type { Mark, Paragraph, Transcript } from '#core/transcript/transcript'
import { spansOfWords, type WordSpan } from './word-spans.ts'

type Redacted = ReturnType<typeof redactedWords>

const known = new WeakMap<
  readonly Mark[],
  Pick<Transcript, 'paragraphs' | 'speakers'> & { readonly redacted: Redacted }
>()

/** Ids of redacted words, cached while words and marks are the same. */
export function redactedIn(transcript: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>): Redacted {
  const { paragraphs, marks, speakers } = transcript
  const before = known.get(marks)
  if (before?.paragraphs === paragraphs && before.speakers === speakers) return before.redacted
  const redacted = redactedWords(transcript)
  known.set(marks, { paragraphs, speakers, redacted })
  return redacted
}

/** Runs of redacted words in a paragraph's text. */
export const redactedSpans = (paragraph: Paragraph, redacted: Redacted): readonly WordSpan[] =>
  redacted.size === 0 ? [] : spansOfWords(paragraph, (id) => redacted.has(id))
