import { endsWithStop } from '../../align/ends-with-stop.ts'
import type { Transcript } from '../../transcript/transcript.ts'

/** Unicode code points of the text, the end excluded; the first is 0. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** A time of the recording at a position of the text. */
export interface SyncPoint {
  readonly position: number
  readonly atMs: number
}

/** What one speaker says in a paragraph. */
export interface SpokenPassage extends TextRange {
  readonly speakerId: string
}

/** The text of a transcript as a source of qualitative analysis: a paragraph a line, after its speaker's name. */
export interface QdaText {
  /** With LF, and a line end at the end unless empty. */
  readonly text: string
  readonly passages: readonly SpokenPassage[]
  /** Of words that are in the text, by id. */
  readonly placeOf: ReadonlyMap<string, TextRange>
  /** At the beginning and end of each paragraph and at each sentence: positions and times rise. */
  readonly points: readonly SyncPoint[]
}

/** `names`: of speakers, by id. */
export function qdaText(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  names: ReadonlyMap<string, string>,
): QdaText {
  const pieces: string[] = []
  const passages: SpokenPassage[] = []
  const placeOf = new Map<string, TextRange>()
  const points: SyncPoint[] = []
  let position = 0
  const write = (piece: string): void => {
    pieces.push(piece)
    position += codePoints(piece)
  }
  const sync = (atMs: number): void => {
    const before = points.at(-1)
    // Voices that speak at once may begin before the one above ends.
    const time = Math.max(0, atMs, before?.atMs ?? 0)
    if (before === undefined || position > before.position) points.push({ position, atMs: time })
  }
  for (const { kind, speakerId, words } of paragraphs) {
    const written = words.filter(({ text }) => text.trim() !== '')
    const [first] = written
    if (first === undefined) continue
    const name = kind === 'speech' && speakerId !== null ? names.get(speakerId) : undefined
    if (name !== undefined) write(`${name}: `)
    const start = position
    let isSentence = true
    let endMs = 0
    for (const word of written) {
      if (word !== first) write(between(word.before))
      if (isSentence) sync(word.startMs)
      const from = position
      write(onOneLine(word.text).trim())
      placeOf.set(word.id, { start: from, end: position })
      isSentence = endsWithStop(word.text)
      endMs = Math.max(endMs, word.endMs)
    }
    sync(endMs)
    if (kind === 'speech' && speakerId !== null) passages.push({ speakerId, start, end: position })
    write('\n')
  }
  return { text: pieces.join(''), passages, placeOf, points }
}

const onOneLine = (text: string): string => text.toWellFormed().replaceAll(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ')

/** What is between two words: nothing only where a language writes none. */
const between = (before: string): string => (before === '' ? '' : onOneLine(before))

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
