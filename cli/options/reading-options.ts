import type { DocumentWithExtras } from '#core/formats/format'
import { type FillerChoice, fillerChoices, withFillers } from '#core/transcript/filler-choice'
import { type NumberChoice, numberChoices, withNumbers } from '#core/transcript/number-choice'
import { choice, type Invocation } from './arguments.ts'

/** Values of `--fillers` and `--numbers`; undefined: the transcript's own choice. */
export interface ReadingOptions {
  readonly fillers: FillerChoice | undefined
  readonly numbers: NumberChoice | undefined
}

/** Throws `usage.bad-option`. */
export const readingOptions = (invocation: Invocation): ReadingOptions => ({
  fillers: choice(invocation, 'fillers', fillerChoices),
  numbers: choice(invocation, 'numbers', numberChoices),
})

/**
 * The document with other choices of fillers and numbers for the output; those in the library are unchanged.
 */
export function withReading(
  document: DocumentWithExtras,
  { fillers, numbers }: ReadingOptions,
): DocumentWithExtras {
  let { transcript } = document
  if (fillers !== undefined) transcript = withFillers(transcript, fillers === 'shown' ? null : fillers)
  if (numbers !== undefined) transcript = withNumbers(transcript, numbers === 'spoken' ? null : numbers)
  return transcript === document.transcript ? document : { ...document, transcript }
}
