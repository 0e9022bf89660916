import type { Turn, Word } from '#core/transcript/transcript'

/** The transcript that a job writes. */
export interface LiveTarget {
  readonly transcriptId: string
  readonly lease: number
  readonly turns: readonly Turn[]
  readonly language: string
  /** End of the transcribed range; words are not extended past it. */
  readonly endMs: number
  /** Chunks written by an earlier run: nothing is written until all of them are back, so that no text is lost. */
  readonly there: ReadonlySet<string>
}

export interface ChunkWords {
  readonly chunkId: string
  readonly words: readonly Word[]
}
