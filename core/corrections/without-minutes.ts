import type { MinutesLines } from '../formats/minutes/minutes-lines.ts'
import type { ReturnedBlock } from './returned-document.ts'

/**
 * The blocks of returned minutes without what the export wrote besides the text: else each date and decision would be
 * reported as what nobody said, and long ones would make the text seem another recording's. What somebody changed stays.
 * @param said texts of the transcript's paragraphs: of a text that is both, only the last one is the transcript's
 */
export function withoutMinutes(
  blocks: readonly ReturnedBlock[],
  lines: MinutesLines,
  said: readonly string[],
): readonly ReturnedBlock[] {
  const own = new Set([...lines.own, ...lines.quotes].map(plainLine))
  const comments = new Set(lines.comments.map(plainLine))
  const spoken = said.map(plainLine)
  const texts = blocks.map(({ text }) => plainLine(text))
  /** Whether a block is the transcript's: one of its last paragraphs with these words, or the last that has them. */
  const isTranscripts = (text: string, at: number): boolean => {
    const later = texts.slice(at + 1)
    const equal = spoken.filter((each) => each === text).length
    if (later.filter((each) => each === text).length < equal) return true
    return spoken.some((each) => each.includes(text)) && !later.some((each) => each.includes(text))
  }
  return blocks.flatMap((block, at): ReturnedBlock[] => {
    const left = withoutComments(block, comments)
    const isOwn = block.text
      .split('\n')
      .flatMap(cellsOf)
      .every((line) => own.has(plainLine(line)))
    const isWrittenOn = (left.comments?.length ?? 0) > 0 || (left.tracked?.length ?? 0) > 0
    return isOwn && !isWrittenOn && !isTranscripts(texts[at] ?? '', at) ? [] : [left]
  })
}

function withoutComments(block: ReturnedBlock, own: ReadonlySet<string>): ReturnedBlock {
  const { comments, ...others } = block
  const left = comments?.filter(({ text, replies }) => replies.length > 0 || !own.has(plainLine(text))) ?? []
  return left.length === 0 ? others : { ...others, comments: left }
}

/** The cells of a row of a table in Markdown, else the line. */
function cellsOf(line: string): readonly string[] {
  const row = /^\s*\|(?<cells>.*)\|\s*$/u.exec(line)?.groups?.['cells']
  return row?.split('|').filter((cell) => !/^\s*(?:-+:?\s*)?$/u.test(cell)) ?? [line]
}

/** A line without what formats write differently: numbers of lists, bold, brackets around times, kinds of spaces. */
function plainLine(line: string): string {
  return line
    .replace(/^\s*(?:\d{1,4}\.|[-*•])\s+/u, '')
    .replaceAll('**', '')
    .replaceAll(/\((?<time>\d{1,3}(?::\d{2}){1,2})\)/gu, '$<time>')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
