import type { Paragraph } from '#core/transcript/transcript'
import { layoutOf } from './paragraph-layout.ts'

export interface WordSpan {
  readonly from: number
  readonly to: number
}

/** Runs of words in a paragraph's text, in UTF-16 units. */
export function spansOfWords(paragraph: Paragraph, has: (wordId: string) => boolean): readonly WordSpan[] {
  const { starts, ends } = layoutOf(paragraph)
  const spans: (WordSpan & { last: number })[] = []
  for (const [index, { id }] of paragraph.words.entries()) {
    const [from, to] = [starts[index] ?? 0, ends[index] ?? 0]
    if (!has(id) || to <= from) continue
    const before = spans.at(-1)
    if (before?.last === index - 1) spans[spans.length - 1] = { ...before, to, last: index }
    else spans.push({ from, to, last: index })
  }
  return spans
}
