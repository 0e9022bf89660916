import type { AssemblyOptions } from '#core/edits/assembly/assembly'
import { settledBy } from '#core/edits/assembly/settled'
import type { Transcript } from '#core/transcript/transcript'
import type { EditRecord, Library } from '../../library/library.ts'
import { assembleOne, type WordIds } from './assemble-texts.ts'
import { chunkIdsIn } from './chunk-ids.ts'
import type { ChunkWords, LiveTarget } from './live-target.ts'

/**
 * A transcript that a person corrects while a job still writes it: chunks are merged into the corrected state
 * (core/edits/assembly/assembly), and the person's edits are kept.
 */
export class CorrectedTranscript {
  readonly #library: Library
  readonly #target: LiveTarget
  readonly #wordIds: WordIds
  readonly #writtenWords: Map<string, ChunkWords['words']>

  private constructor(
    library: Library,
    target: LiveTarget,
    wordIds: WordIds,
    writtenWords: Map<string, ChunkWords['words']>,
  ) {
    this.#library = library
    this.#target = target
    this.#wordIds = wordIds
    this.#writtenWords = writtenWords
  }

  /** `written`: what this run has written so far; chunks of an earlier run are recognized by their words. */
  static async open(
    library: Library,
    target: LiveTarget,
    written: readonly (ChunkWords | undefined)[],
  ): Promise<CorrectedTranscript> {
    const wordIds: WordIds = new Map()
    const writtenWords = new Map<string, ChunkWords['words']>()
    for (const chunk of written) {
      if (!chunk) continue
      wordIds.set(
        chunk.chunkId,
        chunk.words.map(({ id }) => id),
      )
      writtenWords.set(chunk.chunkId, chunk.words)
    }
    if (written.length === 0) {
      // An earlier run was stopped after a correction; its chunks are left unchanged. Chunks whose words the
      // person deleted are found in the log, which stores deleted words.
      const [transcript, log] = await Promise.all([
        library.transcript(target.transcriptId),
        library.edits(target.transcriptId),
      ])
      const inLog = log.flatMap(({ inverse }) => strings(inverse))
      for (const chunkId of chunkIdsIn(transcript, inLog)) wordIds.set(chunkId, null)
    }
    return new CorrectedTranscript(library, target, wordIds, writtenWords)
  }

  /** Writes what changed; retries if a person edits meanwhile. */
  async write(
    chunks: readonly (ChunkWords | undefined)[],
    paragraphsOf: AssemblyOptions['paragraphsOf'],
  ): Promise<void> {
    while (!(await this.#tryWrite(chunks, paragraphsOf)));
  }

  async #tryWrite(
    chunks: readonly (ChunkWords | undefined)[],
    paragraphsOf: AssemblyOptions['paragraphsOf'],
  ): Promise<boolean> {
    const { transcriptId, lease } = this.#target
    // Read first: an edit made after this makes the write below fail.
    const editNumber = (await this.#library.transcriptFacts(transcriptId))?.editNumber ?? 0
    const effective = await this.#library.effectiveEdits(transcriptId)
    const before = await this.#library.transcript(transcriptId)
    const options = { settled: settledParagraphs(before, effective), paragraphsOf }
    const wordIds = new Map(this.#wordIds)
    let after = before
    for (const chunk of this.#chunksToPut(chunks)) after = assembleOne(after, chunk, wordIds, options)
    const known = new Set(before.paragraphs)
    const isWritten = await this.#library.arrangeParagraphs(transcriptId, {
      order: after.paragraphs.map(({ id }) => id),
      changed: after.paragraphs.filter((paragraph) => !known.has(paragraph)),
      editNumber,
      lease,
    })
    if (!isWritten) return false
    for (const [chunkId, ids] of wordIds) this.#wordIds.set(chunkId, ids)
    for (const chunk of chunks) if (chunk) this.#writtenWords.set(chunk.chunkId, chunk.words)
    return true
  }

  /** Chunks changed since the last write. */
  #chunksToPut(chunks: readonly (ChunkWords | undefined)[]): ChunkWords[] {
    return chunks.filter(
      (chunk): chunk is ChunkWords =>
        chunk !== undefined && this.#writtenWords.get(chunk.chunkId) !== chunk.words,
    )
  }
}

/**
 * Existing paragraphs that an edit which fixes boundaries or speakers named or created.
 * @param effective the edits that are not undone
 */
function settledParagraphs(transcript: Transcript, effective: readonly EditRecord[]): Set<string> {
  const named = new Set(
    effective.flatMap(({ edit, inverse }) =>
      settledBy(edit, { paragraphIds: [...strings(edit), ...strings(inverse)] }),
    ),
  )
  return new Set(transcript.paragraphs.map(({ id }) => id).filter((id) => named.has(id)))
}

/** Every string inside a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(strings)
}
