import { assignSpeakers } from '#core/paragraphs/assign-speakers'
import { makeParagraphs } from '#core/paragraphs/paragraphs'
import { frenchSpacing } from '#core/paragraphs/spacing'
import type { Paragraph, Turn, Word } from '#core/transcript/transcript'
import type { Library } from '../../library/library.ts'

/** How often the growing text is written for readers, at most. */
const WRITE_EVERY_MS = 1500

export interface LiveTarget {
  readonly transcriptId: string
  readonly lease: number
  readonly turns: readonly Turn[]
  readonly language: string
}

/**
 * The transcript as it grows: words come by chunk in any order, paragraphs are made anew from all of them, and
 * only those that changed are written.
 */
export class LiveTranscript {
  readonly #library: Library
  readonly #target: LiveTarget
  readonly #words: (readonly Word[])[] = []
  readonly #written = new Map<string, string>()
  #writing: Promise<void> = Promise.resolve()
  #lastWrite = 0

  constructor(library: Library, target: LiveTarget) {
    this.#library = library
    this.#target = target
  }

  /** The words of chunk `index`, by its place in time. */
  async put(index: number, words: readonly Word[]): Promise<void> {
    this.#words[index] = words
    if (performance.now() - this.#lastWrite < WRITE_EVERY_MS) return
    this.#lastWrite = performance.now()
    await this.write()
  }

  /** Paragraphs of all words so far. */
  paragraphs(): Paragraph[] {
    const { turns, language } = this.#target
    const words = frenchSpacing(inOrder(this.#words), language)
    return makeParagraphs(words, assignSpeakers(words, turns), language)
  }

  /** Writes what changed since the last time. */
  async write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeChanges())
    await this.#writing
  }

  async #writeChanges(): Promise<void> {
    const { transcriptId, lease } = this.#target
    const paragraphs = this.paragraphs()
    const texts = new Map(paragraphs.map((paragraph) => [paragraph.id, JSON.stringify(paragraph)]))
    const gone = [...this.#written.keys()].filter((id) => !texts.has(id))
    const changed = paragraphs.filter((paragraph) => this.#written.get(paragraph.id) !== texts.get(paragraph.id))
    if (this.#written.size === 0) {
      // An earlier run may have left its own paragraphs.
      await this.#library.putParagraphs(transcriptId, paragraphs, { replacing: 'all', lease })
    } else if (changed.length > 0 || gone.length > 0) {
      const replacing = [...gone, ...changed.map(({ id }) => id).filter((id) => this.#written.has(id))]
      await this.#library.putParagraphs(transcriptId, changed, { replacing, lease })
    }
    this.#written.clear()
    for (const [id, text] of texts) this.#written.set(id, text)
  }
}

/** Chunks follow each other in time; a padded edge may hear a word a little early. */
function inOrder(chunks: readonly (readonly Word[] | undefined)[]): Word[] {
  const words: Word[] = []
  let floor = 0
  for (const chunk of chunks) {
    for (const word of chunk ?? []) {
      const startMs = Math.max(floor, word.startMs)
      words.push(startMs === word.startMs ? word : { ...word, startMs, endMs: Math.max(startMs, word.endMs) })
      floor = startMs
    }
  }
  return words
}
