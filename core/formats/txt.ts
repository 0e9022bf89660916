import { readableTime } from './clock-time.ts'
import type { DocumentWithExtras, Format, WriteOptions, WriteResult } from './format.ts'
import { wordLosses } from './losses.ts'
import { textBlocks } from './text-blocks.ts'

/** Plain text to read: one block a paragraph, headed by who speaks and when. */
export const txt: Format = {
  id: 'txt',
  extension: '.txt',
  mediaType: 'text/plain',
  write: writeTxt,
}

function writeTxt(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const blocks = textBlocks(document, options).map(({ name, startMs, text }) => {
    const time = startMs === null ? null : `(${readableTime(startMs)})`
    const head = [name, time].filter((part) => part !== null).join(' ')
    return head === '' ? `${text}\n` : `${head}\n${text}\n`
  })
  return { text: blocks.join('\n'), losses: wordLosses(document.transcript) }
}
