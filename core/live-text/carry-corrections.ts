import type { ReplaceTextEdit } from '../edits/edit.ts'
import { replaceParagraphText } from '../edits/kinds/replace-text.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { isUnspaced } from '../language/unspaced-scripts.ts'
import { lineChanges } from './line-changes.ts'
import { correctedLines, type DecodedLine, type LiveRecord, lineText } from './live-record.ts'
import { matchLine, placeChange, type PlacedChange } from './place-change.ts'
import type { PlacedWord, WordsOfSource } from './placed-words.ts'

/** Words within this distance of a line are examined. */
const AROUND_MS = 2_000

/** A correction whose place was not found in the transcript. */
export interface LostCorrection {
  readonly lineId: string
  readonly source: number
  readonly startMs: number
  readonly endMs: number
  /** The line as decoded, and as the person left it. */
  readonly was: string
  readonly text: string
}

export interface CarriedCorrections {
  /** One for each paragraph that changes. */
  readonly edits: readonly ReplaceTextEdit[]
  /** Ids of the lines whose corrections are all in the transcript now. */
  readonly carried: readonly string[]
  readonly lost: readonly LostCorrection[]
}

/**
 * Carries the corrections that a person made while recording over to the transcript of the recording. Only
 * the changed words are carried over; all others stay as in the transcript. They are placed where the
 * transcript has the words that were decoded next to them, of the same source and time.
 */
export function carryCorrections(
  record: LiveRecord,
  transcript: Transcript,
  wordsOf: WordsOfSource,
): CarriedCorrections {
  const written = new WrittenTexts(transcript)
  const carried: string[] = []
  const lost: LostCorrection[] = []
  for (const { line, text } of correctedLines(record)) {
    if (carryLine(line, text, written, wordsOf(line.source), transcript.language)) carried.push(line.id)
    else lost.push(lostCorrection(line, text))
  }
  return { edits: written.edits(), carried, lost }
}

/** False if part of it has no place. */
function carryLine(
  line: DecodedLine,
  text: string,
  written: WrittenTexts,
  words: readonly PlacedWord[],
  language: string,
): boolean {
  const near = words.filter(
    ({ word }) => word.endMs > line.startMs - AROUND_MS && word.startMs < line.endMs + AROUND_MS,
  )
  const live = line.words ?? []
  const matched = matchLine(
    live,
    near.map(({ word }) => word),
  )
  return lineChanges(live, text, language)
    .map((change) => {
      const placed = placeChange(matched, change)
      return placed !== null && written.put(near, placed)
    })
    .every(Boolean)
}

function lostCorrection(line: DecodedLine, text: string): LostCorrection {
  const { id, source, startMs, endMs } = line
  return { lineId: id, source, startMs, endMs, was: lineText(line) ?? '', text }
}

/** Replacement for a word. */
interface Written {
  /** Replaces the word; null leaves it. */
  text: string | null
  readonly before: string[]
  readonly after: string[]
}

/** New texts of paragraphs, word by word. */
class WrittenTexts {
  readonly #transcript: Transcript
  /** By paragraph and word. */
  readonly #written = new Map<number, Map<number, Written>>()

  constructor(transcript: Transcript) {
    this.#transcript = transcript
  }

  /** False, without any change, if another correction covers the same words. */
  put(near: readonly PlacedWord[], { from, to, text }: PlacedChange): boolean {
    const replaced = near.slice(from, to)
    if (replaced.some((word) => (this.#at(word)?.text ?? null) !== null)) return false
    const [first] = replaced
    if (first === undefined) return text === '' || this.#insert(near, from, text)
    for (const word of replaced) this.#take(word).text = word === first ? text : ''
    return true
  }

  edits(): ReplaceTextEdit[] {
    return [...this.#written].flatMap(([index, words]) => {
      const paragraph = this.#transcript.paragraphs[index]
      if (paragraph === undefined) return []
      const text = this.#textOf(index, words)
      const before = paragraph.words.map((word) => word.before + word.text).join('')
      return text === before ? [] : [replaceParagraphText(paragraph, `live-${paragraph.id}`, text, undefined)]
    })
  }

  #insert(near: readonly PlacedWord[], at: number, text: string): boolean {
    const [left, right] = [near[at - 1], near[at]]
    if (left !== undefined) this.#take(left).after.push(text)
    else if (right !== undefined) this.#take(right).before.push(text)
    return left !== undefined || right !== undefined
  }

  #at({ paragraph, index }: PlacedWord): Written | undefined {
    return this.#written.get(paragraph)?.get(index)
  }

  #take(word: PlacedWord): Written {
    const own = this.#written.get(word.paragraph) ?? new Map<number, Written>()
    this.#written.set(word.paragraph, own)
    const known = own.get(word.index) ?? { text: null, before: [], after: [] }
    own.set(word.index, known)
    return known
  }

  #textOf(index: number, written: ReadonlyMap<number, Written>): string {
    let text = ''
    const add = (before: string, said: string): void => {
      if (said !== '') text += (text === '' ? before.trimStart() : before) + said
    }
    const words = this.#transcript.paragraphs[index]?.words ?? []
    for (const [place, { before, text: own }] of words.entries()) {
      const { text: said = null, before: earlier = [], after = [] } = written.get(place) ?? {}
      const space = isUnspaced(own) ? '' : ' '
      for (const one of earlier) add(space, one)
      add(earlier.length > 0 ? space : before, said ?? own)
      for (const one of after) add(space, one)
    }
    return text
  }
}
