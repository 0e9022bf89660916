import type { DocumentWithExtras } from '#core/formats/format'
import { type FillerChoice, fillerChoices, withFillers } from '#core/transcript/filler-choice'
import { choice, type Invocation } from './arguments.ts'

/** What `--fillers` says; undefined for the transcript's own choice. Throws `usage.bad-option`. */
export const fillerOption = (invocation: Invocation): FillerChoice | undefined =>
  choice(invocation, 'fillers', fillerChoices)

/** The document with another choice of fillers for what is written; the library keeps its own. */
export function withFillerChoice(
  document: DocumentWithExtras,
  fillers: FillerChoice | undefined,
): DocumentWithExtras {
  if (fillers === undefined) return document
  return { ...document, transcript: withFillers(document.transcript, fillers === 'shown' ? null : fillers) }
}
