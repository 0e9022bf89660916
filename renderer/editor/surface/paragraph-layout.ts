import { paragraphText, type Paragraph } from '#core/transcript/transcript'

/** A paragraph as a line of the surface: its text and the positions of its words (UTF-16 units). */
export interface ParagraphLayout {
  /** As long as the paragraph's text; an imported line break inside it is shown as a space. */
  readonly text: string
  /** Start of each word's `text`, after its `before`. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

const layouts = new WeakMap<Paragraph, ParagraphLayout>()
const texts = new WeakMap<Paragraph, string>()

/** Cached by paragraph, as paragraphs are immutable; computed on first use. */
export function layoutOf(paragraph: Paragraph): ParagraphLayout {
  const known = layouts.get(paragraph)
  if (known !== undefined) return known
  const { words } = paragraph
  const starts = new Uint32Array(words.length)
  const ends = new Uint32Array(words.length)
  let at = 0
  for (const [index, word] of words.entries()) {
    starts[index] = at + word.before.length
    at += word.before.length + word.text.length
    ends[index] = at
  }
  const layout = { text: lineText(paragraph), starts, ends }
  layouts.set(paragraph, layout)
  return layout
}

export function lineText(paragraph: Paragraph): string {
  const known = texts.get(paragraph)
  if (known !== undefined) return known
  const text = oneLine(paragraphText(paragraph))
  texts.set(paragraph, text)
  return text
}

/** The text as one line; every character keeps its position. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\n\r]/gu, ' ')
}

/** Index of the word at an offset, else of the next word, else of the last. -1 if there are no words. */
export function wordIndexAt(paragraph: Paragraph, offset: number): number {
  const { ends } = layoutOf(paragraph)
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return Math.min(low, ends.length - 1)
}

/** First and last word touched by a range of the text; null if there are none. */
export function wordRangeIn(
  paragraph: Paragraph,
  from: number,
  to: number,
): { readonly first: number; readonly last: number } | null {
  const { starts, ends } = layoutOf(paragraph)
  const first = ends.findIndex((end) => end > from)
  const last = starts.findLastIndex((start) => start < to)
  return first < 0 || last < first ? null : { first, last }
}
