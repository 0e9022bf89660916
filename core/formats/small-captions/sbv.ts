import { namedSpeakers } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type {
  Correction,
  DocumentWithExtras,
  FormatOf,
  ReadResult,
  WriteOptions,
  WriteResult,
} from '../format.ts'
import { importedDocument, type ReadCue } from '../reading/imported-cues.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { linesOf, withoutByteOrderMark } from '../reading/text-lines.ts'
import { utf8Lines } from '../output-options.ts'
import { captionInput } from '../format-input.ts'

/** SubViewer as YouTube uses it: times on one line, text, a blank line. */
export const sbv: FormatOf<'sbv'> = {
  id: 'sbv',
  label: { en: 'SubViewer (SBV)', fr: 'SubViewer (SBV)' },
  purpose: { en: 'Captions for YouTube', fr: 'Sous-titres pour YouTube' },
  extension: '.sbv',
  mediaType: 'text/plain',
  choices: { names: false, times: false, firstPage: false, captions: 'with-names' },
  output: { ...utf8Lines, offset: true, byteOrderMark: true },
  group: 'captions',
  input: captionInput,
  read: readSbv,
  write: writeSbv,
}

const time = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})`
const timeLine = new RegExp(String.raw`^\s*${time}\s*[,;]\s*${time}\s*$`)
const strictTimeLine = /^\d+:[0-5]\d:[0-5]\d\.\d{3},\d+:[0-5]\d:[0-5]\d\.\d{3}$/
const looksLikeTimes = /^\s*\d{1,3}:[\w:.]*,\d{1,3}:[\w:.]*\s*$/

function writeSbv(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const cues = documentCues(document, options)
  let replaced = 0
  const blocks = cues.map(({ startMs, endMs, lines }) => {
    const texts = lines.map(({ text }) => {
      if (!timeLine.test(text) && !looksLikeTimes.test(text)) return text
      // It would be read as the times of another cue, or as wrong ones.
      replaced++
      return text.replaceAll(',', '\u201A')
    })
    return [`${sbvTime(startMs)},${sbvTime(endMs)}`, ...texts, ''].join('\n')
  })
  const losses = countedLosses([
    { code: 'markup-replaced', count: replaced },
    { code: 'speaker-names', count: namedSpeakers(cues, document, options) },
  ])
  return { text: blocks.join('\n'), losses: [...wordLosses(document.transcript), ...losses] }
}

function sbvTime(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0')
  return `${Math.floor(seconds / 3_600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}.${pad(ms % 1_000, 3)}`
}

function readSbv(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct = (code: Correction['code'], line: number, detail: string): void => {
    corrections.push({ code, line, detail })
  }
  const cues: { line: number; startMs: number; endMs: number; text: string[] }[] = []
  let blanks = 1
  for (const [index, line] of linesOf(plain).entries()) {
    const match = timeLine.exec(line)
    const cue = cues.at(-1)
    if (line.trim() === '') {
      blanks++
      continue
    }
    if (match !== null) {
      if (blanks === 0) correct('missing-blank-line', index + 1, line)
      if (!strictTimeLine.test(line)) correct('time-notation', index + 1, line)
      const [startMs, endMs] = [milliseconds(match.slice(1, 5)), milliseconds(match.slice(5, 9))]
      cues.push({ line: index + 1, startMs, endMs, text: [] })
    } else if (cue === undefined) correct('text-without-time', index + 1, line)
    else {
      if (looksLikeTimes.test(line)) correct('time-unreadable', index + 1, line)
      else if (blanks > 0 && cue.text.length > 0) correct('blank-line-in-text', index + 1, line)
      cue.text.push(line)
    }
    blanks = 0
  }
  if (cues.length === 0 && corrections.length > 0)
    throw new UnreadableText('no-cues', '', 'no line with times')
  const read = cues.map((cue): ReadCue => ({ ...cue, voices: [{ name: null, text: cue.text.join('\n') }] }))
  return { document: importedDocument(read, (correction) => corrections.push(correction)), corrections }
}

function milliseconds([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number {
  const whole = Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(seconds)
  return whole * 1_000 + Number((fraction ?? '').padEnd(3, '0'))
}
