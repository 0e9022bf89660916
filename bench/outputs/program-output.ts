import type { SpeakerTurn } from '../scoring/diarization-error.ts'
import type { TimedWord } from '../scoring/word-starts.ts'

/** A program's result for one recording. */
export interface ProgramOutput {
  readonly text: string
  readonly words: readonly TimedWord[]
  /** null for programs without speakers, and recordings without reference turns. */
  readonly turns: {
    readonly automatic: readonly SpeakerTurn[]
    readonly given: readonly SpeakerTurn[]
  } | null
}

/** A program's results for all of them, by the recordings' names. */
export interface ProgramOutputs {
  readonly program: string
  readonly of: ReadonlyMap<string, ProgramOutput>
  /** Wall seconds for all texts, including model loading and start (excluding turns with a given count). */
  readonly seconds: number
}
