import { clockTime } from '../reading/clock-time.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { isTimeLine, readSrt } from './srt-reader.ts'
import { numpadOf, taggedText } from '../reading/styled-text.ts'
import { anyText } from '../output-options.ts'
import { captionInput } from '../format-input.ts'

/** SubRip, which has no specification; writes only what every player accepts. */
export const srt: FormatOf<'srt'> = {
  id: 'srt',
  label: { en: 'SubRip (SRT)', fr: 'SubRip (SRT)' },
  purpose: { en: 'Captions for nearly every player', fr: 'Sous-titres pour presque tous les lecteurs' },
  extension: '.srt',
  mediaType: 'application/x-subrip',
  choices: { names: false, times: false, firstPage: false, captions: 'with-names' },
  output: { ...anyText, offset: true },
  group: 'captions',
  input: {
    ...captionInput,
    isAssociated: true,
    feed: { rank: 2, mediaTypes: ['application/srt', 'text/srt'] },
  },
  read: readSrt,
  write: writeSrt,
}

/** These cannot be escaped: an arrow would be read as a time, any tag as markup, `{\…}` as a position. */
const markup = /-->|<(?=\/?[a-z])|\{(?=\\)/gi
const replacements: Readonly<Record<string, string>> = { '-->': '→', '->': '→', '<': '‹', '{': '(' }

function writeSrt(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  let replaced = 0
  const replace = (found: string): string => {
    replaced++
    return replacements[found] ?? found
  }
  const plain = (text: string): string => {
    const shown = text.replace(markup, replace)
    // Readers also accept a shorter arrow between two times.
    return isTimeLine(shown) ? shown.replaceAll('->', replace) : shown
  }
  const blocks = documentCues(document, options).map((cue, index) => {
    const times = `${clockTime(cue.startMs, ',')} --> ${clockTime(cue.endMs, ',')}`
    const lines = cue.lines.map((line) => taggedText(line, plain, ['<i>', '</i>']))
    const place = cue.position === undefined ? '' : `{\\an${numpadOf(cue.position)}}`
    return [index + 1, times, ...lines.with(0, place + (lines[0] ?? '')), ''].join('\n')
  })
  return {
    text: blocks.join('\n'),
    losses: [
      ...wordLosses(document.transcript, 'styled'),
      ...countedLosses([{ code: 'markup-replaced', count: replaced }]),
    ],
  }
}
