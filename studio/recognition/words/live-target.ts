import type { TrackWords } from '#core/tracks/echo'
import type { SpeakerSegment, Word } from '#core/transcript/transcript'

/** A track of the recording that is transcribed. */
export interface LiveTrack extends Pick<TrackWords, 'strength'> {
  readonly turns: readonly SpeakerSegment[]
}

/** The transcript that a job writes. */
export interface LiveTarget {
  readonly transcriptId: string
  readonly lease: number
  /** By track number (`trackPrefix`); a single one if the words are from one track. */
  readonly tracks: readonly LiveTrack[]
  readonly language: string
  /** End of the transcribed range; words are not extended past it. */
  readonly endMs: number
  /**
   * Chunks written by an earlier run: nothing is written until all of them have been recognized again, so
   * that no text is lost.
   */
  readonly there: ReadonlySet<string>
}

export interface ChunkWords {
  readonly chunkId: string
  readonly words: readonly Word[]
}
