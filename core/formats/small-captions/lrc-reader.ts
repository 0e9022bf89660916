import { withEnds } from '../reading/end-times.ts'
import type { Correction, ReadResult } from '../format.ts'
import { importedDocument, type ReadWord } from '../reading/imported-cues.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { type TextStamp, timedWords } from '../reading/timed-words.ts'
import { linesOf, withoutByteOrderMark } from '../reading/text-lines.ts'

const stamp = /^\s*\[(\d{1,3}(?::\d{1,2}){1,2}(?:[.:,]\d{1,3})?)\]/
const tag = /^\s*\[([a-z#]+):(.*)\]\s*$/i
const wordStamp = /<(\d{1,3}(?::\d{1,2}){1,2}(?:[.:,]\d{1,3})?)>/g

interface Line {
  readonly line: number
  readonly startMs: number
  readonly text: string
  readonly words: readonly ReadWord[] | null
}

/**
 * Reads lines with one or several starts, an empty line as the end of the previous one, `[offset:]`, and word
 * times between `<` and `>`.
 */
export function readLrc(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct = (correction: Correction): void => void corrections.push(correction)
  const lines: Line[] = []
  let title = ''
  let offsetMs = 0
  let skipped = 0
  for (const [index, whole] of linesOf(plain).entries()) {
    const starts: number[] = []
    let rest = whole
    for (let match = stamp.exec(rest); match !== null; match = stamp.exec(rest)) {
      starts.push(milliseconds(match[1] ?? ''))
      rest = rest.slice(match[0].length)
    }
    const meta = starts.length === 0 ? tag.exec(whole) : null
    if (meta !== null) {
      const [, key = '', value = ''] = meta
      if (key.toLowerCase() === 'ti') title = value.trim()
      // A positive offset shows lines earlier.
      if (key.toLowerCase() === 'offset') offsetMs = Number(value) || 0
    } else if (starts.length > 0) {
      const { unused, ...said } = wordsOf(rest)
      if (unused.length > 0)
        correct({ code: 'word-times-dropped', line: index + 1, detail: unused.join(' ') })
      for (const startMs of starts) lines.push({ line: index + 1, startMs, ...said })
    } else if (whole.trim() !== '') {
      skipped++
      correct({ code: 'text-without-time', line: index + 1, detail: whole })
    }
  }
  if (lines.length === 0 && skipped > 0) throw new UnreadableText('no-cues', '', 'no line with a time')
  // A line sung several times is written once, so the order of lines has no meaning.
  const ordered = lines
    .map((line) => ({ ...line, startMs: Math.max(0, line.startMs - offsetMs) }))
    .toSorted((a, b) => a.startMs - b.startMs)
  const open = ordered.flatMap(({ line, startMs, text: said, words }, index) => {
    if (said.trim() === '') return []
    const endMs = ordered[index + 1]?.startMs ?? null
    const timed = words?.map((word) => ({
      ...word,
      startMs: word.startMs === undefined ? undefined : word.startMs - offsetMs,
    }))
    return [
      {
        line,
        startMs,
        endMs,
        voices: [{ name: null, text: said, ...(timed === undefined ? {} : { words: timed }) }],
      },
    ]
  })
  const document = importedDocument(withEnds(open, correct), correct, { title })
  return { document, corrections }
}

/** The text without the times of its words, and the words with them if there are any. */
function wordsOf(rest: string): {
  text: string
  words: readonly ReadWord[] | null
  unused: readonly string[]
} {
  let text = ''
  let at = 0
  const stamps: TextStamp[] = []
  for (const match of rest.matchAll(wordStamp)) {
    text += rest.slice(at, match.index)
    at = match.index + match[0].length
    stamps.push({ at: text.length, ms: milliseconds(match[1] ?? ''), tag: match[0] })
  }
  text += rest.slice(at)
  if (stamps.length === 0) return { text, words: null, unused: [] }
  return { text: text.replaceAll(/ {2,}/g, ' '), ...timedWords(text, stamps) }
}

function milliseconds(text: string): number {
  const [whole = '', fraction] = text.split(/[.,]/)
  const parts = whole.split(':').map(Number)
  // `mm:ss:xx` of old files: read as hours, two colons would mean longer than any song.
  if (parts.length === 3 && fraction === undefined) {
    const [minutes = 0, seconds = 0, hundredths = 0] = parts
    return (minutes * 60 + seconds) * 1_000 + hundredths * 10
  }
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0)
  return seconds * 1_000 + Number((fraction ?? '').padEnd(3, '0').slice(0, 3))
}
