import { cutNote } from '../cut-note.ts'
import { readTranscript } from '../../reading/read-transcript.ts'
import type { Cue, CueLine } from '../../captions/cues.ts'
import { clockTime } from '../reading/clock-time.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { wordLosses } from '../losses.ts'
import { runsOf } from '../reading/styled-text.ts'
import { speakerNames } from '../../transcript/speaker-names.ts'
import { settingsOf } from './vtt-settings.ts'
import { colorStyles, modelNote, noteOf } from './vtt-head.ts'
import { readVtt } from './vtt-reader.ts'
import { type WordStamp, wordsById, wordStamps } from '../reading/word-stamps.ts'
import { utf8Lines } from '../output-options.ts'
import { captionInput } from '../format-input.ts'

/** WebVTT (W3C), with named speakers in voice spans: players do not show them, so they take up no room. */
export const vtt: FormatOf<'vtt'> = {
  id: 'vtt',
  label: { en: 'WebVTT', fr: 'WebVTT' },
  purpose: {
    en: 'Captions for the web and podcasts, with names',
    fr: 'Sous-titres pour le web et les podcasts, avec les noms',
  },
  extension: '.vtt',
  mediaType: 'text/vtt',
  choices: { names: false, times: false, firstPage: false, captions: 'with-names' },
  output: {
    ...utf8Lines,
    offset: true,
    byteOrderMark: true,
    details: ['wordTimes', 'modelNote', 'places', 'speakerColors'],
    sheet: true,
  },
  group: 'captions',
  input: {
    ...captionInput,
    otherExtensions: ['.webvtt'],
    isAssociated: true,
    feed: { rank: 1, mediaTypes: [] },
  },
  read: readVtt,
  write: writeVtt,
}

const usualDetails = { wordTimes: false, modelNote: false, places: true, speakerColors: false }

function writeVtt(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const { wordTimes, modelNote: hasNote, places, speakerColors } = options.details ?? usualDetails
  const { transcript } = document
  const names = speakerNames(transcript.speakers, options.speakerLabel)
  const words = wordTimes ? wordsById(readTranscript(transcript)) : null
  const blocks = documentCues(document, options).map((cue, index) => {
    const settings = places ? settingsOf(cue.position ?? null) : ''
    const place = settings === '' ? '' : ` ${settings}`
    const times = `${clockTime(cue.startMs, '.')} --> ${clockTime(cue.endMs, '.')}${place}`
    const stamps = words === null ? [] : wordStamps(cue, words)
    return ['', index + 1, times, ...voiceSpans(cue, names, stamps), ''].join('\n')
  })
  const head = [
    ...(hasNote ? modelNote(transcript) : []),
    ...noteOf(options.sheetLines ?? []),
    ...noteOf(cutNote(document)),
    ...(speakerColors ? colorStyles(names.values()) : []),
  ]
  const losses = wordLosses(transcript, 'styled').filter(({ code }) => code !== 'word-times' || !wordTimes)
  return { text: `${['WEBVTT', ...head].join('\n')}\n${blocks.join('')}`, losses }
}

/** One span for a cue with one speaker, else one per line. */
function voiceSpans(
  { lines }: Cue,
  names: ReadonlyMap<string, string>,
  stamps: readonly WordStamp[],
): string[] {
  const marked = lines.map((line, index) => ({
    speakerId: line.speakerId,
    text: markedUp(
      line,
      stamps.filter((stamp) => stamp.line === index),
    ),
  }))
  const [first] = marked
  const isOne = marked.every(({ speakerId }) => speakerId === first?.speakerId)
  if (first === undefined || !isOne) return marked.map((line) => voiced([line], names))
  return [voiced(marked, names)]
}

interface MarkedLine {
  readonly speakerId: string | null
  readonly text: string
}

/** Lines of one speaker. */
function voiced(lines: readonly MarkedLine[], names: ReadonlyMap<string, string>): string {
  const speakerId = lines[0]?.speakerId ?? null
  const name = speakerId === null ? undefined : names.get(speakerId)
  const text = lines.map((line) => line.text).join('\n')
  return name === undefined ? text : `<v ${escaped(name)}>${text}</v>`
}

/** A line with its italics and the times of its words. */
function markedUp(line: CueLine, stamps: readonly WordStamp[]): string {
  let at = 0
  return runsOf(line)
    .map(({ text, isItalic }) => {
      const from = at
      at += text.length
      const shown = stamped(text, from, stamps)
      return isItalic ? `<i>${shown}</i>` : shown
    })
    .join('')
}

function stamped(text: string, from: number, stamps: readonly WordStamp[]): string {
  let shown = ''
  let done = 0
  for (const { at, startMs } of stamps) {
    const place = at - from
    if (place < done || place >= text.length) continue
    shown += `${escaped(text.slice(done, place))}<${clockTime(startMs, '.')}>`
    done = place
  }
  return shown + escaped(text.slice(done))
}

/** `>` is escaped too, as `-->` in a text would end the cue. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
