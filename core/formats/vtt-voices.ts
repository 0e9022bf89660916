import type { ReadVoice, ReadWord } from './imported-cues.ts'

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
  /** Times in ms, and where in the text they stand. */
  readonly stamps: { readonly at: number; readonly ms: number }[]
}

/** A cue's payload as texts by voice, with the times of words that it has; adjacent texts of one voice are joined. */
export function voicesOf(payload: string): {
  readonly voices: readonly ReadVoice[]
  readonly dropped: readonly string[]
} {
  const voices: Voice[] = []
  const dropped: string[] = []
  let name: string | null = null
  let isItalic = false
  let at = 0
  /** Before the text that it is the time of. */
  let stamp: number | null = null
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
      last.stamps.push({ at: last.text.length, ms: stamp })
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
    else if (time !== null) stamp = milliseconds(time)
    else if (inner === '/v') name = null
    else if (/^\/?i(?:\.|$)/.test(inner)) isItalic = !inner.startsWith('/')
    else dropped.push(match[0])
  }
  add(payload.slice(at))
  return { voices: voices.map(readVoice), dropped }
}

function readVoice({ name, text, italics, stamps }: Voice): ReadVoice {
  return { name, text, italics, ...(stamps.length === 0 ? {} : { words: timedWords(text, stamps) }) }
}

/** The words of a text; a time is that of the word that begins at it or after it, and one within a word is of none. */
function timedWords(text: string, stamps: Voice['stamps']): ReadWord[] {
  let next = 0
  return [...text.matchAll(/[^ \t\n]+/gu)]
    .filter(([word]) => word.trim() !== '')
    .map(({ 0: word, index }) => {
      let startMs: number | undefined
      for (; (stamps[next]?.at ?? Infinity) < index + word.length; next++) {
        if ((stamps[next]?.at ?? 0) <= index) startMs = stamps[next]?.ms
      }
      return { text: word, startMs }
    })
}

const milliseconds = ([, hours = '0', minutes, seconds, rest]: RegExpExecArray): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + Number(rest)

const unescaped = (text: string): string => text.replace(entity, (found) => entities[found] ?? found)
