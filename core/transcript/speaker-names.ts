import type { Speaker } from './transcript.ts'

/**
 * Each speaker's name in an output: the given name, else the label with its number. The number is that of the color,
 * from 1, so that it stays when others are merged or removed.
 */
export function speakerNames(
  speakers: readonly Speaker[],
  speakerLabel: (number: number) => string,
): Map<string, string> {
  const numbers = speakerNumbers(speakers)
  return new Map(
    speakers.map((speaker, index) => [
      speaker.id,
      givenName(speaker) ?? speakerLabel(numbers[index] ?? index + 1),
    ]),
  )
}

/** Files of others may give several speakers one color: then the first keeps its number, the others get free ones. */
function speakerNumbers(speakers: readonly Speaker[]): number[] {
  const taken = new Set(speakers.map(({ colour }) => colour + 1))
  const given = new Set<number>()
  let free = 1
  return speakers.map(({ colour }) => {
    const own = colour + 1
    if (!given.has(own)) {
      given.add(own)
      return own
    }
    while (taken.has(free)) free += 1
    taken.add(free)
    return free
  })
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
