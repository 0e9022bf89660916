import type { Correction, ReadResult } from './format.ts'
import { importedDocument, type ReadCue } from './imported-cues.ts'
import type { CuePosition } from '../transcript/marks/kinds/position.ts'
import { readVttSettings, settingsOf } from './vtt-settings.ts'
import { UnreadableText } from './unreadable-text.ts'
import { vttCues } from './vtt-cues.ts'
import { withoutByteOrderMark } from './text-lines.ts'

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
 * (`vtt-cues.ts`). Voices become speakers, italics and places stay; other tags, styles,
 * regions and notes are ignored.
 */
export function readVtt(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct = (code: Correction['code'], line: number | null, detail: string): void => {
    corrections.push({ code, line, detail })
  }
  const { hasHeader, cues, unreadable, commas } = vttCues(plain)
  if (!hasHeader) {
    if (cues.length === 0) throw new UnreadableText('no-cues', '', 'no WEBVTT header')
    correct('missing-header', 1, plain.split(/[\r\n]/, 1)[0] ?? '')
  }
  for (const { line, text: found } of unreadable) correct('time-unreadable', line, found)
  for (const { line, text: found } of commas) correct('time-notation', line, found)
  const read = cues.map(({ line, startMs, endMs, settings, payload }): ReadCue => {
    const position = positionOf(settings)
    const isKept = settings === '' || settings === settingsOf(position)
    if (!isKept) correct('settings-dropped', line, settings)
    const { voices, dropped } = voicesOf(payload)
    if (dropped.length > 0) correct('tags-dropped', line, dropped.join(' '))
    return { line, startMs, endMs, voices, position }
  })
  const document = importedDocument(read, (correction) => corrections.push(correction))
  return { document, corrections }
}

interface Voice {
  readonly name: string | null
  text: string
  readonly italics: { from: number; to: number }[]
}

/** A cue's payload as texts by voice; adjacent texts of one voice are joined. */
function voicesOf(payload: string): { voices: readonly Voice[]; dropped: string[] } {
  const voices: Voice[] = []
  const dropped: string[] = []
  let name: string | null = null
  let isItalic = false
  let at = 0
  const add = (raw: string): void => {
    const text = unescaped(raw)
    let last = voices.at(-1)
    // White space between two voice spans belongs to neither.
    if (last === undefined || (last.name !== name && text.trim() !== '')) {
      if (text.trim() === '') return
      last = { name, text: '', italics: [] }
      voices.push(last)
    }
    if (isItalic && text !== '')
      last.italics.push({ from: last.text.length, to: last.text.length + text.length })
    last.text += text
  }
  for (const match of payload.matchAll(tag)) {
    add(payload.slice(at, match.index))
    at = match.index + match[0].length
    const inner = match[1] ?? ''
    const voice = voiceTag.exec(inner)
    if (voice !== null)
      name =
        unescaped(voice[1] ?? '')
          .replace(/\s+/g, ' ')
          .trim() || null
    else if (inner === '/v') name = null
    else if (/^\/?i(?:\.|$)/.test(inner)) isItalic = !inner.startsWith('/')
    else dropped.push(match[0])
  }
  add(payload.slice(at))
  return { voices, dropped }
}

/** Null for the usual place and for settings that say more than one of nine places. */
function positionOf(settings: string): CuePosition | null {
  const { vertical, line, snapToLines, align, region } = readVttSettings(settings)
  if (vertical !== '' || region !== '' || line === 'auto') return placeAt('bottom', align)
  const share = snapToLines ? (line >= 0 ? line * 5 : 100 + line * 5) : line
  return placeAt(share < 34 ? 'top' : share < 67 ? 'middle' : 'bottom', align)
}

function placeAt(vertical: CuePosition['vertical'], align: string): CuePosition | null {
  const horizontal = align === 'left' || align === 'right' ? align : 'center'
  return vertical === 'bottom' && horizontal === 'center' ? null : { vertical, horizontal }
}

const unescaped = (text: string): string => text.replace(entity, (found) => entities[found] ?? found)
