import type { LiveLine } from '#contracts/sound-wire'

/** Lines of one source in a row, or speech whose text follows (`text` null). */
export interface LiveParagraph {
  /** Of its first line. */
  readonly id: string
  readonly source: number
  readonly startMs: number
  readonly endMs: number
  readonly text: string | null
}

/** After a longer pause, or so many letters, a new paragraph begins. */
const LONGEST_PAUSE_MS = 5_000
const MOST_LETTERS = 500

/** Paragraphs in the order in which the lines came; more lines only lengthen the last one. */
export function liveParagraphs(lines: readonly LiveLine[]): LiveParagraph[] {
  const paragraphs: LiveParagraph[] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (last !== undefined && goesOn(last, line))
      paragraphs[paragraphs.length - 1] = { ...last, endMs: line.endMs, text: `${last.text} ${line.text}` }
    else paragraphs.push(line)
  }
  return paragraphs
}

function goesOn(last: LiveParagraph, { source, startMs, text }: LiveLine): boolean {
  return (
    last.source === source &&
    text !== null &&
    last.text !== null &&
    last.text.length < MOST_LETTERS &&
    startMs - last.endMs < LONGEST_PAUSE_MS
  )
}
