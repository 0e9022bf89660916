import type { Correction, ReadResult } from './format.ts'
import { importedDocument, type ReadCue } from './imported-cues.ts'
import { UnreadableText } from './unreadable-text.ts'
import { vttCues } from './vtt-cues.ts'

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
 * Reads cues as the specification's parser does, and also a file without its header or with commas in its times
 * (`vtt-cues.ts`). Voices become speakers; other tags, settings, styles, regions and notes are ignored.
 */
export function readVtt(text: string): ReadResult {
  const corrections: Correction[] = []
  const correct = (code: Correction['code'], line: number | null, detail: string): void => {
    corrections.push({ code, line, detail })
  }
  if (text.startsWith('\uFEFF')) correct('byte-order-mark', 1, '')
  const plain = text.replace(/^\uFEFF/, '')
  const { hasHeader, cues, unreadable, commas } = vttCues(plain)
  if (!hasHeader) {
    if (cues.length === 0) throw new UnreadableText('no-cues', '', 'no WEBVTT header')
    correct('missing-header', 1, plain.split(/[\r\n]/, 1)[0] ?? '')
  }
  for (const { line, text: found } of unreadable) correct('time-unreadable', line, found)
  for (const { line, text: found } of commas) correct('time-notation', line, found)
  const read = cues.map(({ line, startMs, endMs, settings, payload }): ReadCue => {
    if (settings !== '') correct('settings-dropped', line, settings)
    const { voices, dropped } = voicesOf(payload)
    if (dropped.length > 0) correct('tags-dropped', line, dropped.join(' '))
    return { line, startMs, endMs, voices }
  })
  const document = importedDocument(read, (correction) => corrections.push(correction))
  return { document, corrections }
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
