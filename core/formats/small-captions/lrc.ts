import { brokenCues, namedSpeakers } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { readLrc } from './lrc-reader.ts'
import { anyText } from '../output-options.ts'
import { input } from '../format-input.ts'

/**
 * LRC, which has no specification: the start of each line, and an empty line if one ends before the next
 * begins.
 */
export const lrc: FormatOf<'lrc'> = {
  id: 'lrc',
  label: { en: 'Lyrics (LRC)', fr: 'Paroles (LRC)' },
  purpose: {
    en: 'Lines with their start, for music players',
    fr: 'Des lignes datées, pour les lecteurs de musique',
  },
  extension: '.lrc',
  mediaType: 'text/plain',
  choices: { names: false, times: false, firstPage: false, captions: 'with-names' },
  output: { ...anyText, offset: true },
  group: 'captions',
  input: input('words'),
  read: readLrc,
  write: writeLrc,
}

function writeLrc(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const cues = documentCues(document, options)
  let replaced = 0
  let rounded = 0
  let overlaps = 0
  let latest = -1
  const title = document.recording.title
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}[\]]+/gu, ' ')
    .trim()
  const lines = title === '' ? [] : [`[ti:${title}]`]
  for (const [index, { startMs, endMs, lines: shown }] of cues.entries()) {
    const text = shown
      .map((line) => line.text)
      .join(' ')
      // It would be read as a time, and there is no way to escape it.
      .replaceAll(/\[(?=[^\]]*:)|<(?=\d)/gu, (sign) => {
        replaced++
        return sign === '[' ? '(' : '‹'
      })
    // Each line ends with the next, so no two begin at the same time.
    const start = Math.max(hundredths(startMs), latest + 1)
    const end = Math.max(hundredths(endMs), start + 1)
    const nextMs = cues[index + 1]?.startMs ?? Infinity
    latest = start
    lines.push(`[${lrcTime(start)}]${text}`)
    if (hundredths(nextMs) > end) lines.push(`[${lrcTime(end)}]`)
    if (nextMs < endMs) overlaps++
    if (startMs % 10 !== 0 || endMs % 10 !== 0) rounded++
  }
  const losses = countedLosses([
    { code: 'markup-replaced', count: replaced },
    { code: 'time-precision', count: rounded },
    { code: 'overlaps', count: overlaps },
    { code: 'line-breaks', count: brokenCues(cues) },
    { code: 'speaker-names', count: namedSpeakers(cues, document, options) },
  ])
  const text = lines.map((line) => `${line}\n`).join('')
  return { text, losses: [...wordLosses(document.transcript), ...losses] }
}

const hundredths = (ms: number): number => Math.round(ms / 10)

function lrcTime(all: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${pad(Math.floor(all / 6_000))}:${pad(Math.floor(all / 100) % 60)}.${pad(all % 100)}`
}
