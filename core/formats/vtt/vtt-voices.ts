import type { ReadVoice } from '../reading/imported-cues.ts'
import { type TextStamp, timedWords } from '../reading/timed-words.ts'

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
const timeTag = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/

interface Voice {
  readonly name: string | null
  text: string
  readonly italics: { from: number; to: number }[]
  readonly stamps: TextStamp[]
}

/** A cue's payload as texts by voice, with word times; adjacent texts of one voice are joined. */
export function voicesOf(payload: string): {
  readonly voices: readonly ReadVoice[]
  /** Tags of other formatting. */
  readonly dropped: readonly string[]
  /** Times inside words, such as those of sung syllables. */
  readonly droppedTimes: readonly string[]
} {
  const voices: Voice[] = []
  const dropped: string[] = []
  let name: string | null = null
  let isItalic = false
  let at = 0
  /** The time for the text that follows. */
  let stamp: Omit<TextStamp, 'at'> | null = null
  const add = (raw: string): void => {
    const text = unescaped(raw)
    let last = voices.at(-1)
    // White space between two voice spans belongs to neither.
    if (last === undefined || (last.name !== name && text.trim() !== '')) {
      if (text.trim() === '') return
      last = { name, text: '', italics: [], stamps: [] }
      voices.push(last)
    }
    if (stamp !== null && text.trim() !== '') {
      last.stamps.push({ ...stamp, at: last.text.length })
      stamp = null
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
    const time = timeTag.exec(inner)
    if (voice !== null)
      name =
        unescaped(voice[1] ?? '')
          .replace(/\s+/g, ' ')
          .trim() || null
    else if (time !== null) stamp = { ms: milliseconds(time), tag: match[0] }
    else if (inner === '/v') name = null
    else if (/^\/?i(?:\.|$)/.test(inner)) isItalic = !inner.startsWith('/')
    else dropped.push(match[0])
  }
  add(payload.slice(at))
  const droppedTimes: string[] = []
  const read = voices.map((voice) => readVoice(voice, droppedTimes))
  return { voices: read, dropped, droppedTimes }
}

function readVoice({ name, text, italics, stamps }: Voice, dropped: string[]): ReadVoice {
  if (stamps.length === 0) return { name, text, italics }
  const { words, unused } = timedWords(text, stamps)
  dropped.push(...unused)
  return { name, text, italics, words }
}

const milliseconds = ([, hours = '0', minutes, seconds, rest]: RegExpExecArray): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + Number(rest)

const unescaped = (text: string): string => text.replace(entity, (found) => entities[found] ?? found)
