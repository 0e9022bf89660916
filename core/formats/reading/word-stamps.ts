import type { Cue } from '../../captions/cues.ts'
import type { Transcript, Word } from '../../transcript/transcript.ts'

/** Where a word begins in a line of a cue, in UTF-16 units, and when it is said. */
export interface WordStamp {
  readonly line: number
  readonly at: number
  readonly startMs: number
}

export const wordsById = ({ paragraphs }: Pick<Transcript, 'paragraphs'>): ReadonlyMap<string, Word> =>
  new Map(paragraphs.flatMap(({ words }) => words.map((word) => [word.id, word] as const)))

/**
 * The times of a cue's words after its start and before its end, increasing. Words whose lines show a
 * different text (own wording, a split word) have none.
 */
export function wordStamps(
  { lines, wordIds, startMs, endMs }: Cue,
  words: ReadonlyMap<string, Word>,
): WordStamp[] {
  const stamps: WordStamp[] = []
  let latestMs = startMs
  for (const { word, line, at } of placedWords({ lines, wordIds }, words)) {
    if (word.startMs <= latestMs || word.startMs >= endMs) continue
    latestMs = word.startMs
    stamps.push({ line, at, startMs: word.startMs })
  }
  return stamps
}

/** Where words are in the lines of a cue, in UTF-16 units. */
interface PlacedWord {
  readonly word: Word
  readonly line: number
  readonly at: number
  readonly end: number
}

/** The words of a cue that its lines show, in order. */
export function placedWords(
  { lines, wordIds }: Pick<Cue, 'lines' | 'wordIds'>,
  words: ReadonlyMap<string, Word>,
): PlacedWord[] {
  const placed: PlacedWord[] = []
  let [line, from] = [0, 0]
  for (const id of wordIds) {
    const word = words.get(id)
    const place = word === undefined ? null : findInLines(word.text, lines, line, from)
    if (word === undefined || place === null) continue
    ;[line, from] = [place.line, place.end]
    placed.push({ word, ...place })
  }
  return placed
}

const between = /^[\s–—-]*$/
const beforeFirst = /^[\s–—-]*(?:[^:]+:\s)?$/

function findInLines(
  text: string,
  lines: Cue['lines'],
  firstLine: number,
  from: number,
): { readonly line: number; readonly at: number; readonly end: number } | null {
  for (let line = firstLine; line < lines.length; line++) {
    const shown = lines[line]?.text ?? ''
    const start = line === firstLine ? from : 0
    const at = shown.indexOf(text, start)
    // Only space, or the dash and the name of a speaker, may be between two words.
    if (at < 0 || !(start === 0 ? beforeFirst : between).test(shown.slice(start, at))) continue
    // A dash attached to its word is part of it.
    const end = at + text.length
    return { line, at: /^[–—-]$/.test(shown.slice(0, at)) ? 0 : at, end }
  }
  return null
}
