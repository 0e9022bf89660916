import { oneLine } from '#core/formats/reading/one-line'

/** What a file says of itself (ID3, MP4, Vorbis comments, Matroska); empty or null: it says nothing. */
export interface FileTags {
  readonly title: string
  /** Names of its artists. */
  readonly people: readonly string[]
  readonly album: string
  /** Noon of the day of its publication, here; null if there is none, or only a year. */
  readonly publishedAtMs: number | null
}

/** UTF-16 units, and names; tags can be of any length. */
const MAX_LENGTH = 300
const MAX_PEOPLE = 30

/** The first tags that have a value win; names of tags are in any case. */
export function fileTags(described: readonly unknown[]): FileTags {
  const found = new Map<string, string>()
  for (const tags of described) {
    if (typeof tags !== 'object' || tags === null) continue
    for (const [name, value] of Object.entries(tags)) {
      const text = typeof value === 'string' ? oneLine(value).slice(0, MAX_LENGTH).toWellFormed() : ''
      if (text !== '' && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), text)
    }
  }
  const album = found.get('album') ?? ''
  const names = (found.get('artist') ?? '').split(/\s*[;,/]\s*|\s+&\s+/u)
  return {
    title: found.get('title') ?? '',
    // Podcasts often have the name of the podcast there.
    people: [...new Set(names)].filter((name) => name !== '' && name !== album).slice(0, MAX_PEOPLE),
    album,
    publishedAtMs: dayIn(found.get('date') ?? ''),
  }
}

function dayIn(date: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/u.exec(date) ?? []
  if (year === undefined) return null
  const noon = new Date(Number(year), Number(month) - 1, Number(day), 12)
  return noon.getMonth() === Number(month) - 1 ? noon.getTime() : null
}
