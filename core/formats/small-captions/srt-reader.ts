import type { Correction, ReadResult } from '../format.ts'
import { importedDocument, type ReadCue } from '../reading/imported-cues.ts'
import { positionOfNumpad } from '../reading/styled-text.ts'
import { untag } from '../reading/tagged-text.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { linesOf, withoutByteOrderMark } from '../reading/text-lines.ts'

/** `[hours:]minutes:seconds` with an optional fraction after a comma or a point. */
const time = String.raw`(?:(\d{1,3})\s*:\s*)?(\d{1,2})\s*:\s*(\d{1,2})(?:\s*[,.:]\s*(\d{1,3}))?`
const timeLine = new RegExp(String.raw`^\s*${time}\s*-{1,2}>\s*${time}(?:\s(.*))?$`, 's')
const strictTimeLine = /^\d{2,}:[0-5]\d:[0-5]\d,\d{3} --> \d{2,}:[0-5]\d:[0-5]\d,\d{3}(?:\s.*)?$/
const looksLikeTimes = /^[\d:.,\s]*\d\s*-->|-->\s*\d/
const numberLine = /^\s*\d+\s*$/
const tags = /<\/?(?:i|b|u|s|font)\b[^<>]*>|\{\\[^{}]*\}/gi

/** Whether a line would be read as the times of a cue. */
export const isTimeLine = (line: string): boolean => timeLine.test(line)

interface OpenCue {
  readonly line: number
  readonly startMs: number
  readonly endMs: number
  readonly text: string[]
}

/**
 * Accepts what players accept: any line end, a byte order mark, `.` for `,`, `->`, missing hours, numbers or
 * blank lines, positions (`X1:…`, `{\an8}`) and tags.
 */
export function readSrt(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct = (code: Correction['code'], line: number | null, detail: string): void => {
    corrections.push({ code, line, detail })
  }
  const lines = linesOf(plain)
  const cues: OpenCue[] = []
  let blanks = 1
  let skipped = 0
  for (const [index, line] of lines.entries()) {
    const cue = cues.at(-1)
    if (line.trim() === '') {
      blanks++
      continue
    }
    if (numberLine.test(line) && timeLine.test(lines[index + 1] ?? '')) {
      if (blanks === 0) correct('missing-blank-line', index + 1, line)
      continue
    }
    const match = timeLine.exec(line)
    if (match !== null) {
      cues.push({ line: index + 1, ...timesOf(match), text: [] })
      if (!numberLine.test(lines[index - 1] ?? '')) correct('missing-number', index + 1, line)
      if (!strictTimeLine.test(line)) correct('time-notation', index + 1, line)
      if (match[9]?.trim()) correct('settings-dropped', index + 1, match[9].trim())
    } else if (cue === undefined) {
      skipped++
      correct('text-without-time', index + 1, line)
    } else {
      // Anything but a whole line of times is text; a number alone is taken as the number of a cue without
      // its times.
      if (looksLikeTimes.test(line)) correct('time-unreadable', index + 1, line)
      else if (blanks > 0 && cue.text.length > 0) {
        const isNumber = numberLine.test(line)
        correct(isNumber ? 'text-without-time' : 'blank-line-in-text', index + 1, line)
        if (isNumber && (lines[index + 1] ?? '').trim() !== '') continue
      }
      cue.text.push(line)
    }
    blanks = 0
  }
  if (cues.length === 0 && skipped > 0) throw new UnreadableText('no-cues', '', 'no line with times')
  const document = importedDocument(
    cues.map((cue) => readCue(cue, correct)),
    (correction) => corrections.push(correction),
  )
  return { document, corrections }
}

function timesOf(match: RegExpExecArray): { startMs: number; endMs: number } {
  return { startMs: milliseconds(match.slice(1, 5)), endMs: milliseconds(match.slice(5, 9)) }
}

function milliseconds([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number {
  const whole = Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  return whole * 1_000 + Number((fraction ?? '').padEnd(3, '0'))
}

function readCue(
  cue: OpenCue,
  correct: (code: Correction['code'], line: number, detail: string) => void,
): ReadCue {
  const { text, italics, dropped } = untag(cue.text.join('\n'), tags, (tag) =>
    /^<\/?i\b/i.test(tag) ? !tag.startsWith('</') : null,
  )
  const places = dropped.filter((tag) => place.test(tag))
  const position = positionOfNumpad(Number(place.exec(places[0] ?? '')?.[1] ?? 0))
  const others = dropped.filter((tag) => !place.test(tag))
  if (others.length > 0) correct('tags-dropped', cue.line, others.join(' '))
  const voices = [{ name: null, text, italics }]
  return { line: cue.line, startMs: cue.startMs, endMs: cue.endMs, voices, position }
}

/** A position on the picture, as in SubStation Alpha and many SRT players. */
const place = /^\{\\an(\d)\}$/
