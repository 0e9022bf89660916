import type { Speaker } from './transcript.ts'

/** Each speaker's name in an output: the given name, else the label with its number from 1. */
export function speakerNames(
  speakers: readonly Speaker[],
  speakerLabel: (number: number) => string,
): Map<string, string> {
  return new Map(
    speakers.map((speaker, index) => [speaker.id, givenName(speaker) ?? speakerLabel(index + 1)]),
  )
}

/** A name on one line, or null if none was given. */
export function givenName(speaker: Speaker): string | null {
  const name =
    speaker.name
      ?.toWellFormed()
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim() ?? ''
  return name === '' ? null : name
}
