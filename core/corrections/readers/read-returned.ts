import { readBytes } from '../../formats/reading/read-bytes.ts'
import { decodeText } from '../../formats/reading/text-encoding.ts'
import { UnreadableText } from '../../formats/reading/unreadable-text.ts'
import { paragraphText } from '../../transcript/transcript.ts'
import { speakerNames } from '../../transcript/speaker-names.ts'
import type { ReturnedBlock, ReturnedDocument } from '../returned-document.ts'
import { returnedFormatOf } from '../returned-formats.ts'
import { readReturnedDocx } from './docx-reader.ts'
import { readHtmlBlocks } from './html-reader.ts'
import { readMdBlocks } from './md-reader.ts'
import { readTxtBlocks } from './txt-reader.ts'

/**
 * Reads a document that came back. Throws UnreadableText.
 * @param names of the speakers, as exports write them
 */
export function readReturned(
  fileName: string,
  bytes: Uint8Array,
  names: ReadonlySet<string>,
): ReturnedDocument {
  const format = returnedFormatOf(fileName)
  if (format === null) throw new UnreadableText('unknown-format', '', fileName)
  if (format === 'docx') return { format, ...readReturnedDocx(bytes, names) }
  const plain = { format, by: null, atMs: null, origin: null, leftOut: [] } as const
  if (format === 'srt' || format === 'vtt') return { ...plain, blocks: captionBlocks(fileName, bytes, names) }
  const { text } = decodeText(bytes)
  if (format === 'html') return { ...plain, ...readHtmlBlocks(text, names) }
  return { ...plain, blocks: format === 'md' ? readMdBlocks(text, names) : readTxtBlocks(text, names) }
}

/** A block for each caption, without dashes and names before its lines. */
function captionBlocks(fileName: string, bytes: Uint8Array, names: ReadonlySet<string>): ReturnedBlock[] {
  const { document, corrections } = readBytes(fileName, bytes)
  const { speakers, paragraphs, marks } = document.transcript
  const shown = speakerNames(speakers, String)
  const withName = new Set(marks.flatMap((mark) => (mark.kind === 'speaker-name' ? mark.fromWordId : [])))
  // Names in the text alone: a caption without one may be of anybody.
  const areInText = corrections.some(({ code }) => code === 'names-in-text')
  const opening = new RegExp(
    `^(?:[-–—] ?)?(?:(?:${[...names].map(escaped).join('|') || '(?!)'}) ?:(?: |$))?`,
    'iu',
  )
  return paragraphs.map((paragraph) => {
    const hasName = !areInText || withName.has(paragraph.words[0]?.id ?? '')
    return {
      name: hasName ? (shown.get(paragraph.speakerId ?? '') ?? null) : null,
      text: paragraphText(paragraph)
        .split('\n')
        .map((line) => line.trim().replace(opening, ''))
        .join('\n'),
    }
  })
}

const escaped = (name: string): string => name.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
