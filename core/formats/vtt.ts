import type { CueLine } from '../captions/cues.ts'
import { clockTime } from './clock-time.ts'
import { documentCues } from './document-cues.ts'
import type { DocumentWithExtras, Format, WriteOptions, WriteResult } from './format.ts'
import { wordLosses } from './losses.ts'
import { speakerNames } from './speaker-names.ts'
import { readVtt } from './vtt-reader.ts'

/** WebVTT (W3C), each line of a known speaker in a voice span of its own. */
export const vtt: Format = {
  id: 'vtt',
  extension: '.vtt',
  mediaType: 'text/vtt',
  read: readVtt,
  write: writeVtt,
}

function writeVtt(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const speakers = options.speakerNames === false ? [] : document.transcript.speakers
  const names = speakerNames(speakers, options.speakerLabel)
  const blocks = documentCues(document, options).map((cue, index) => {
    const times = `${clockTime(cue.startMs, '.')} --> ${clockTime(cue.endMs, '.')}`
    const lines = cue.lines.map((line) => voiced(line, names))
    return ['', index + 1, times, ...lines, ''].join('\n')
  })
  return { text: `WEBVTT\n${blocks.join('')}`, losses: wordLosses(document.transcript) }
}

function voiced({ speakerId, text }: CueLine, names: ReadonlyMap<string, string>): string {
  const name = speakerId === null ? undefined : names.get(speakerId)
  return name === undefined ? escaped(text) : `<v ${escaped(name)}>${escaped(text)}</v>`
}

/** With `>` escaped too there is no `-->` in a text, which would end the cue. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
