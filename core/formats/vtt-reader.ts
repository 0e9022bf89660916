import type { Correction, ReadResult } from './format.ts'
import { importedDocument, type ReadCue } from './imported-cues.ts'
import { UnreadableText } from './unreadable-text.ts'

/** Timings as specified by WebVTT (W3C, §4.2 and §6.3); a comma is accepted for the point. */
const time = String.raw`(?:(\d{1,}):)?([0-5]\d):([0-5]\d)[.,](\d{3})`
const timeLine = new RegExp(
  String.raw`^[ \t\f]*${time}[ \t\f]*-->[ \t\f]*${time}(?!\d)[ \t\f]*(.*?)[ \t\f]*$`,
)
const signature = /^WEBVTT(?:[ \t].*)?$/
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00A0',
  '&lrm;': '\u200E',
  '&rlm;': '\u200F',
}
const entity = /&(?:amp|lt|gt|nbsp|lrm|rlm);/g
const tag = /<([^>]*)>?/g
const voiceTag = /^v(?:\.[^\s]*)?[ \t\n]+(.*)$/s

/**
 * Reads cues as the specification's parser does (a cue with invalid times is left out), and also a file without its
 * header. Voices become speakers; other tags, settings, styles, regions and notes are ignored.
 */
export function readVtt(text: string): ReadResult {
  const corrections: Correction[] = []
  const correct = (code: Correction['code'], line: number | null, detail: string): void => {
    corrections.push({ code, line, detail })
  }
  if (text.startsWith('\uFEFF')) correct('byte-order-mark', 1, '')
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|\n|\r/)
  const hasHeader = signature.test(lines[0] ?? '')
  if (!hasHeader) {
    if (!lines.some((line) => timeLine.test(line)))
      throw new UnreadableText('no-cues', '', 'no WEBVTT header')
    correct('missing-header', 1, lines[0] ?? '')
  }
  const cues: ReadCue[] = []
  for (let index = hasHeader ? 1 : 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (!line.includes('-->')) continue
    const match = timeLine.exec(line)
    if (match === null) {
      correct('time-unreadable', index + 1, line)
      continue
    }
    if (line.includes(',')) correct('time-notation', index + 1, line)
    if (match[9]) correct('settings-dropped', index + 1, match[9])
    const start = index + 1
    while (index + 1 < lines.length && !isCueEnd(lines[index + 1] ?? '')) index++
    const payload = lines.slice(start, index + 1).join('\n')
    const { voices, dropped } = voicesOf(payload)
    if (dropped.length > 0) correct('tags-dropped', start, dropped.join(' '))
    cues.push({ line: start, startMs: milliseconds(match, 1), endMs: milliseconds(match, 5), voices })
  }
  const document = importedDocument(cues, (correction) => corrections.push(correction))
  return { document, corrections }
}

const isCueEnd = (line: string): boolean => line === '' || line.includes('-->')

function milliseconds(match: RegExpExecArray, at: number): number {
  const seconds = Number(match[at] ?? 0) * 3_600 + Number(match[at + 1]) * 60 + Number(match[at + 2])
  return seconds * 1_000 + Number(match[at + 3])
}

/** A cue's payload as texts by voice; adjacent texts of one voice are joined. */
function voicesOf(payload: string): { voices: { name: string | null; text: string }[]; dropped: string[] } {
  const voices: { name: string | null; text: string }[] = []
  const dropped: string[] = []
  let name: string | null = null
  let at = 0
  const add = (raw: string): void => {
    const text = unescaped(raw)
    const last = voices.at(-1)
    // White space between two voice spans belongs to neither.
    if (last !== undefined && (last.name === name || text.trim() === '')) last.text += text
    else if (text.trim() !== '') voices.push({ name, text })
  }
  for (const match of payload.matchAll(tag)) {
    add(payload.slice(at, match.index))
    at = match.index + match[0].length
    const voice = voiceTag.exec(match[1] ?? '')
    if (voice !== null)
      name =
        unescaped(voice[1] ?? '')
          .replace(/\s+/g, ' ')
          .trim() || null
    else if (match[1] === '/v') name = null
    else dropped.push(match[0])
  }
  add(payload.slice(at))
  return { voices, dropped }
}

const unescaped = (text: string): string => text.replace(entity, (found) => entities[found] ?? found)
