import type { Cue, CueLine } from '../captions/cues.ts'
import { clockTime } from './clock-time.ts'
import { documentCues } from './document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from './format.ts'
import { wordLosses } from './losses.ts'
import { taggedText } from './styled-text.ts'
import { speakerNames } from '../transcript/speaker-names.ts'
import { settingsOf } from './vtt-settings.ts'
import { readVtt } from './vtt-reader.ts'

/** WebVTT (W3C), with named speakers in voice spans: players do not show them, so they take no room. */
export const vtt: FormatOf<'vtt'> = {
  id: 'vtt',
  label: { en: 'WebVTT', fr: 'WebVTT' },
  purpose: {
    en: 'Captions for the web and podcasts, with names',
    fr: 'Sous-titres pour le web et les podcasts, avec les noms',
  },
  extension: '.vtt',
  mediaType: 'text/vtt',
  choices: { names: false, times: false, firstPage: false, captions: 'without-names' },
  isListed: true,
  read: readVtt,
  write: writeVtt,
}

function writeVtt(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const names = speakerNames(document.transcript.speakers, options.speakerLabel)
  const blocks = documentCues(document, options, 'never').map((cue, index) => {
    const settings = settingsOf(cue.position ?? null)
    const place = settings === '' ? '' : ` ${settings}`
    const times = `${clockTime(cue.startMs, '.')} --> ${clockTime(cue.endMs, '.')}${place}`
    return ['', index + 1, times, ...voiceSpans(cue, names), ''].join('\n')
  })
  return { text: `WEBVTT\n${blocks.join('')}`, losses: wordLosses(document.transcript, 'styled') }
}

/** One span for a cue with one speaker, else one for each line. */
function voiceSpans({ lines }: Cue, names: ReadonlyMap<string, string>): string[] {
  const [first] = lines
  const isOne = lines.every(({ speakerId }) => speakerId === first?.speakerId)
  if (first === undefined || !isOne) return lines.map((line) => voiced([line], names))
  return [voiced(lines, names)]
}

/** Lines of one speaker. */
function voiced(lines: readonly CueLine[], names: ReadonlyMap<string, string>): string {
  const speakerId = lines[0]?.speakerId ?? null
  const name = speakerId === null ? undefined : names.get(speakerId)
  const text = lines.map((line) => taggedText(line, escaped, ['<i>', '</i>'])).join('\n')
  return name === undefined ? text : `<v ${escaped(name)}>${text}</v>`
}

/** `>` is escaped too, as `-->` in a text would end the cue. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
