import type { Turn, Word } from '#core/transcript/transcript'

/** The transcript that a job writes. */
export interface LiveTarget {
  readonly transcriptId: string
  readonly lease: number
  readonly turns: readonly Turn[]
  readonly language: string
  /** Where listening ends: no word goes on after it. */
  readonly endMs: number
  /** Chunks that an earlier run put in: nothing is written before they are there again, so that no text is lost. */
  readonly there: ReadonlySet<string>
}

/** The words of one chunk. */
export interface ChunkWords {
  readonly chunkId: string
  readonly words: readonly Word[]
}
