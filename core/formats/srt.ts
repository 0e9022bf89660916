import { clockTime } from './clock-time.ts'
import { documentCues } from './document-cues.ts'
import type { DocumentWithExtras, Format, WriteOptions, WriteResult } from './format.ts'
import { told, wordLosses } from './losses.ts'
import { givenName, speakerNames } from './speaker-names.ts'
import { readSrt } from './srt-reader.ts'

/** SubRip. It has no specification; what is written is what every player takes. */
export const srt: Format = {
  id: 'srt',
  extension: '.srt',
  mediaType: 'application/x-subrip',
  read: readSrt,
  write: writeSrt,
}

/** There is no way to escape these: an arrow would be taken for a time, a tag for italics, `{\…}` for a place. */
const markup = /-->|<(?=\/?(?:i|b|u|s|font)\b)|\{(?=\\)/gi
const replacements: Readonly<Record<string, string>> = { '-->': '→', '<': '‹', '{': '(' }

function writeSrt(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  let replaced = 0
  const plain = (text: string): string =>
    text.replace(markup, (found) => {
      replaced++
      return replacements[found] ?? found
    })
  const blocks = documentCues(document, options, shownNames(document, options)).map((cue, index) => {
    const times = `${clockTime(cue.startMs, ',')} --> ${clockTime(cue.endMs, ',')}`
    return [index + 1, times, ...cue.lines.map((line) => plain(line.text)), ''].join('\n')
  })
  return {
    text: blocks.join('\n'),
    losses: [...wordLosses(document.transcript), ...told([{ code: 'markup-replaced', count: replaced }])],
  }
}

/** Names are shown where there is somebody to tell apart, or somebody gave one. */
function shownNames(
  { transcript }: DocumentWithExtras,
  options: WriteOptions,
): (speakerId: string) => string | null {
  if (options.speakerNames === false) return () => null
  const heard = new Set(transcript.paragraphs.map((paragraph) => paragraph.speakerId))
  const speakers = transcript.speakers.filter((speaker) => heard.has(speaker.id))
  if (speakers.length < 2 && speakers.every((speaker) => givenName(speaker) === null)) return () => null
  const names = speakerNames(transcript.speakers, options.speakerLabel)
  return (speakerId) => names.get(speakerId) ?? null
}
