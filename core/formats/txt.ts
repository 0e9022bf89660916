import { paragraphText } from '../transcript/transcript.ts'
import { readableTime } from './clock-time.ts'
import type { DocumentWithExtras, Format, WriteOptions, WriteResult } from './format.ts'
import { wordLosses } from './losses.ts'
import { speakerNames } from './speaker-names.ts'

/** Plain text to read: one block a paragraph, headed by who speaks and when. */
export const txt: Format = {
  id: 'txt',
  extension: '.txt',
  mediaType: 'text/plain',
  write: writeTxt,
}

function writeTxt({ transcript }: DocumentWithExtras, options: WriteOptions): WriteResult {
  const names = speakerNames(transcript.speakers, options.speakerLabel)
  const blocks: string[] = []
  for (const paragraph of transcript.paragraphs) {
    const text = paragraphText(paragraph)
      .toWellFormed()
      .replace(/[ \t]*[\r\n]+\s*/g, ' ')
      .trim()
    if (text === '') continue
    const name = paragraph.speakerId === null ? undefined : names.get(paragraph.speakerId)
    const time = `(${readableTime(paragraph.words[0]?.startMs ?? 0)})`
    blocks.push(`${name === undefined ? time : `${name} ${time}`}\n${text}\n`)
  }
  return { text: blocks.join('\n'), losses: wordLosses(transcript) }
}
