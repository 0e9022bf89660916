/**
 * Prefix of the ids of a track's words when all tracks of a recording are transcribed, so that ids are
 * unique: none for the first track, `t1`, `t2`, … for the others.
 */
export function trackPrefix(track: number): string {
  return track === 0 ? '' : `t${track}`
}

/** The track, from 0, of a recognized word by its id; null for a word typed by a person. */
export function trackOfWord(id: string): number | null {
  const match = /^(?:t(\d+))?c[0-9a-z]+[.~+]/u.exec(id)
  return match === null ? null : Number(match[1] ?? 0)
}

/** The track of each word; a word typed by a person is on the track of the word before it. */
export function tracksOfWords(words: readonly { readonly id: string }[]): number[] {
  let track = words.map(({ id }) => trackOfWord(id)).find((each) => each !== null) ?? 0
  return words.map(({ id }) => {
    track = trackOfWord(id) ?? track
    return track
  })
}
