import { redactedWords } from '#core/transcript/redacted-words'
import type { Mark, Paragraph, Transcript } from '#core/transcript/transcript'
import { layoutOf } from './paragraph-layout.ts'

type Redacted = ReturnType<typeof redactedWords>

const known = new WeakMap<
  readonly Mark[],
  Pick<Transcript, 'paragraphs' | 'speakers'> & { readonly redacted: Redacted }
>()

/** Ids of redacted words, kept while words and marks are the same. */
export function redactedIn(transcript: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>): Redacted {
  const { paragraphs, marks, speakers } = transcript
  const before = known.get(marks)
  if (before?.paragraphs === paragraphs && before.speakers === speakers) return before.redacted
  const redacted = redactedWords(transcript)
  known.set(marks, { paragraphs, speakers, redacted })
  return redacted
}

/** Runs of redacted words in a paragraph's text, in UTF-16 units. */
export function redactedSpans(
  paragraph: Paragraph,
  redacted: Redacted,
): readonly { readonly from: number; readonly to: number }[] {
  if (redacted.size === 0) return []
  const { starts, ends } = layoutOf(paragraph)
  const spans: { from: number; to: number; last: number }[] = []
  for (const [index, { id }] of paragraph.words.entries()) {
    const [from, to] = [starts[index] ?? 0, ends[index] ?? 0]
    if (!redacted.has(id) || to <= from) continue
    const before = spans.at(-1)
    if (before?.last === index - 1) spans[spans.length - 1] = { ...before, to, last: index }
    else spans.push({ from, to, last: index })
  }
  return spans
}
