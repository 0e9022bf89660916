import { carryIds } from '#core/edits/assembly/carry-ids'
import type { Word } from '#core/transcript/transcript'
import { clipTimes } from '#core/words/clip-times'
import { lengthenWords } from '#core/words/lengthen-words'
import type { Library } from '../../library/library.ts'
import { CorrectedTranscript } from './corrected-transcript.ts'
import { dropEcho } from './drop-echo.ts'
import { correctedParagraphs, paragraphsOf } from './live-paragraphs.ts'
import type { ChunkWords, LiveTarget } from './live-target.ts'

/** Minimum interval between writes of the growing text, ms. */
const WRITE_EVERY_MS = 1500
/** A write covers the whole text: the longer it takes, the longer until the next, at most this many ms. */
const INTERVAL_OF_WRITE = 20
const MAX_INTERVAL_MS = 10_000

/**
 * The transcript while it grows: words arrive by chunk in any order, paragraphs are rebuilt from all of them, and
 * only changed ones are written. After a person's first edit, chunks are merged into the corrected state.
 */
export class LiveTranscript {
  readonly #library: Library
  readonly #target: LiveTarget
  /** In order of time within each track. */
  readonly #chunks: (ChunkWords | undefined)[] = []
  readonly #written = new Map<string, string>()
  #chunksWritten: readonly (ChunkWords | undefined)[] = []
  /** Chunks with echo removed, keyed by their full words, reused while their echo stays the same. */
  #withoutEcho = new Map<ChunkWords['words'], ChunkWords>()
  #corrected: CorrectedTranscript | null = null
  #writing: Promise<void> = Promise.resolve()
  #nextWrite = 0
  readonly #missing: Set<string>
  #echo: ReadonlySet<string> = new Set()

  constructor(library: Library, target: LiveTarget) {
    this.#library = library
    this.#target = target
    this.#missing = new Set(target.there)
  }

  get transcriptId(): string {
    return this.#target.transcriptId
  }

  /** Ids of words left out of the last write as the echo of another track. */
  get echo(): ReadonlySet<string> {
    return this.#echo
  }

  /** All words, including those of echoes. */
  get chunks(): readonly (ChunkWords | undefined)[] {
    return this.#chunks
  }

  /** Whether a person has edited the transcript since the job began. */
  get isCorrected(): boolean {
    return this.#corrected !== null
  }

  /** Replaces the words of a chunk; words in both the old and the new text keep their ids. */
  async put(index: number, { chunkId, words }: ChunkWords): Promise<void> {
    const before = this.#chunks[index]?.words ?? []
    const carried = before.length === 0 ? words : carryIds(chunkId, before, words).map(({ word }) => word)
    this.#chunks[index] = { chunkId, words: lengthenWords(clipTimes(carried), this.#target.endMs) }
    this.#missing.delete(chunkId)
    const startedAt = performance.now()
    if (this.#missing.size > 0 || startedAt < this.#nextWrite) return
    this.#nextWrite = startedAt + WRITE_EVERY_MS
    await this.write()
    const took = performance.now() - startedAt
    const interval = Math.min(MAX_INTERVAL_MS, INTERVAL_OF_WRITE * took)
    this.#nextWrite = Math.max(this.#nextWrite, startedAt + interval)
  }

  /** Writes what changed since the last write. */
  async write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeChanges())
    await this.#writing
  }

  async #writeChanges(): Promise<void> {
    const chunks = this.#left([...this.#chunks])
    if (!this.#corrected && !(await this.#writeAsOurs(chunks))) {
      this.#corrected = await CorrectedTranscript.open(this.#library, this.#target, this.#chunksWritten)
    }
    await this.#corrected?.write(chunks, (words, turns) => correctedParagraphs(words, turns, this.#target))
  }

  /** The chunks without echo; one that lost the same words before is the same object. */
  #left(chunks: readonly (ChunkWords | undefined)[]): readonly (ChunkWords | undefined)[] {
    const dropped = dropEcho(chunks, this.#target)
    const known = this.#withoutEcho
    this.#withoutEcho = new Map()
    this.#echo = dropped.echo
    return dropped.chunks.map((chunk, index) => {
      const whole = chunks[index]
      if (chunk === undefined || whole === undefined || chunk === whole) return chunk
      const before = known.get(whole.words)
      const same = before !== undefined && haveSameIds(before, chunk) ? before : chunk
      this.#withoutEcho.set(whole.words, same)
      return same
    })
  }

  /** False if a person has edited the transcript, so that it can no longer be overwritten. */
  async #writeAsOurs(chunks: readonly (ChunkWords | undefined)[]): Promise<boolean> {
    const { transcriptId, lease } = this.#target
    const paragraphs = paragraphsOf(wordsOf(chunks), this.#target)
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

const wordsOf = (chunks: readonly (ChunkWords | undefined)[]): Word[] =>
  chunks.flatMap((chunk) => chunk?.words ?? [])

const haveSameIds = (one: ChunkWords, other: ChunkWords): boolean =>
  one.words.length === other.words.length && one.words.every(({ id }, index) => id === other.words[index]?.id)
