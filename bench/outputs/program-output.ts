import type { SpeakerTurn } from '../scoring/diarization-error.ts'
import type { TimedWord } from '../scoring/word-starts.ts'

/** What a program made of one recording. */
export interface ProgramOutput {
  readonly text: string
  readonly words: readonly TimedWord[]
  /** null for programs that do not tell speakers, and recordings without a reference of turns. */
  readonly turns: {
    readonly automatic: readonly SpeakerTurn[]
    readonly given: readonly SpeakerTurn[]
  } | null
}

/** What a program made of all of them. By the recordings' names. */
export interface ProgramOutputs {
  readonly program: string
  readonly of: ReadonlyMap<string, ProgramOutput>
  /** Wall seconds for all texts, model loading and start included (turns with a given count aside). */
  readonly seconds: number
}
