import { carryIds } from '#core/edits/assembly/carry-ids'
import { assignSpeakers } from '#core/paragraphs/assign-speakers'
import { makeParagraphs } from '#core/paragraphs/paragraphs'
import { frenchSpacing } from '#core/paragraphs/spacing'
import type { Paragraph, Turn, Word } from '#core/transcript/transcript'
import { clipTimes } from '#core/words/clip-times'
import { lengthenWords } from '#core/words/lengthen-words'
import { isUnspaced } from '#core/words/words'
import type { Library } from '../../library/library.ts'
import { CorrectedTranscript } from './corrected-transcript.ts'
import type { ChunkWords, LiveTarget } from './live-target.ts'

/** Minimum interval between writes of the growing text, ms. */
const WRITE_EVERY_MS = 1500

/**
 * The transcript while it grows: words arrive by chunk in any order, paragraphs are rebuilt from all of them, and
 * only changed ones are written. After a person's first edit, chunks are merged into the corrected state.
 */
export class LiveTranscript {
  readonly #library: Library
  readonly #target: LiveTarget
  /** In order of time. */
  readonly #chunks: (ChunkWords | undefined)[] = []
  readonly #written = new Map<string, string>()
  #chunksWritten: readonly (ChunkWords | undefined)[] = []
  #corrected: CorrectedTranscript | null = null
  #writing: Promise<void> = Promise.resolve()
  #lastWrite = 0
  readonly #missing: Set<string>

  constructor(library: Library, target: LiveTarget) {
    this.#library = library
    this.#target = target
    this.#missing = new Set(target.there)
  }

  get transcriptId(): string {
    return this.#target.transcriptId
  }

  /** Replaces the words of a chunk; words in both the old and the new text keep their ids. */
  async put(index: number, { chunkId, words }: ChunkWords): Promise<void> {
    const before = this.#chunks[index]?.words ?? []
    const carried = before.length === 0 ? words : carryIds(chunkId, before, words).map(({ word }) => word)
    this.#chunks[index] = { chunkId, words: lengthenWords(clipTimes(carried), this.#target.endMs) }
    this.#missing.delete(chunkId)
    if (this.#missing.size > 0 || performance.now() - this.#lastWrite < WRITE_EVERY_MS) return
    this.#lastWrite = performance.now()
    await this.write()
  }

  /** Writes what changed since the last write. */
  async write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeChanges())
    await this.#writing
  }

  async #writeChanges(): Promise<void> {
    const chunks = [...this.#chunks]
    if (!this.#corrected && !(await this.#writeAsOurs(chunks))) {
      this.#corrected = await CorrectedTranscript.open(this.#library, this.#target, this.#chunksWritten)
    }
    await this.#corrected?.write(chunks, (words, turns) => makeOf(words, turns, this.#target.language))
  }

  /** False if a person has edited the transcript, so that it can no longer be overwritten. */
  async #writeAsOurs(chunks: readonly (ChunkWords | undefined)[]): Promise<boolean> {
    const { transcriptId, lease, turns, language, endMs } = this.#target
    const paragraphs = makeOf(lengthenWords(clipTimes(wordsOf(chunks)), endMs), turns, language)
    const texts = new Map(paragraphs.map((paragraph) => [paragraph.id, JSON.stringify(paragraph)]))
    const isOurs = await this.#library.arrangeParagraphs(transcriptId, {
      order: paragraphs.map(({ id }) => id),
      changed: paragraphs.filter(({ id }) => this.#written.get(id) !== texts.get(id)),
      editNumber: 0,
      lease,
    })
    if (!isOurs) return false
    this.#written.clear()
    for (const [id, text] of texts) this.#written.set(id, text)
    this.#chunksWritten = chunks
    return true
  }
}

function makeOf(words: readonly Word[], turns: readonly Turn[], language: string): Paragraph[] {
  const spaced = frenchSpacing(withSpaces(words), language)
  return makeParagraphs(spaced, assignSpeakers(spaced, turns, language), language)
}

/** A word that began a paragraph has no space before it; inside a paragraph it gets one again. */
function withSpaces(words: readonly Word[]): Word[] {
  return words.map((word, index) => {
    const needsSpace =
      index > 0 && word.before === '' && word.origin === 'recognised' && !isUnspaced(word.text)
    return needsSpace ? { ...word, before: ' ' } : word
  })
}

const wordsOf = (chunks: readonly (ChunkWords | undefined)[]): Word[] =>
  chunks.flatMap((chunk) => chunk?.words ?? [])
