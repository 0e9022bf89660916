import { assignSpeakers } from '#core/paragraphs/assign-speakers'
import { makeParagraphs } from '#core/paragraphs/paragraphs'
import { frenchSpacing } from '#core/paragraphs/spacing'
import type { Paragraph, Turn, Word } from '#core/transcript/transcript'
import type { Library } from '../../library/library.ts'
import { CorrectedTranscript } from './corrected-transcript.ts'

/** How often the growing text is written for readers, at most. */
const WRITE_EVERY_MS = 1500

export interface LiveTarget {
  readonly transcriptId: string
  readonly lease: number
  readonly turns: readonly Turn[]
  readonly language: string
}

/** The words of one chunk as they are now. */
export interface ChunkWords {
  readonly chunkId: string
  readonly words: readonly Word[]
}

/**
 * The transcript as it grows: words come by chunk in any order, paragraphs are made anew from all of them, and
 * only those that changed are written. From a person's first edit on, chunks are put into what the person made.
 */
export class LiveTranscript {
  readonly #library: Library
  readonly #target: LiveTarget
  /** By the chunk's place in time. */
  readonly #chunks: (ChunkWords | undefined)[] = []
  readonly #written = new Map<string, string>()
  #chunksWritten: readonly (ChunkWords | undefined)[] = []
  #corrected: CorrectedTranscript | null = null
  #writing: Promise<void> = Promise.resolve()
  #lastWrite = 0

  constructor(library: Library, target: LiveTarget) {
    this.#library = library
    this.#target = target
  }

  async put(index: number, chunk: ChunkWords): Promise<void> {
    this.#chunks[index] = chunk
    if (performance.now() - this.#lastWrite < WRITE_EVERY_MS) return
    this.#lastWrite = performance.now()
    await this.write()
  }

  /** Writes what changed since the last time. */
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

  /** False where a person has edited the transcript: it is not ours alone any more. */
  async #writeAsOurs(chunks: readonly (ChunkWords | undefined)[]): Promise<boolean> {
    const { transcriptId, lease, turns, language } = this.#target
    const paragraphs = makeOf(inOrder(chunks), turns, language)
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
  const spaced = frenchSpacing(words, language)
  return makeParagraphs(spaced, assignSpeakers(spaced, turns, language), language)
}

/** Chunks follow each other in time; a padded edge may hear a word a little early. */
function inOrder(chunks: readonly (ChunkWords | undefined)[]): Word[] {
  const words: Word[] = []
  let floor = 0
  for (const chunk of chunks) {
    for (const word of chunk?.words ?? []) {
      const startMs = Math.max(floor, word.startMs)
      words.push(startMs === word.startMs ? word : { ...word, startMs, endMs: Math.max(startMs, word.endMs) })
      floor = startMs
    }
  }
  return words
}
