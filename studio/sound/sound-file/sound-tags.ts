import type { SoundFileId } from '#core/formats/sounds/sound-files'
import { writeChaptersMetadata } from '#core/chapters/chapters-metadata'

/** A chapter on the file's time. */
export interface FileChapter {
  readonly atMs: number
  readonly title: string
  readonly isListed: boolean
}

/** What a file of sound says of itself. */
export interface SoundTags {
  readonly title: string
  /** Who speaks. */
  readonly people: readonly string[]
  /** The podcast of an episode; empty: none. */
  readonly album: string
  /** `YYYY-MM-DD`, or its beginning; empty: unknown. */
  readonly date: string
  readonly chapters: readonly FileChapter[]
  /** A JPEG. */
  readonly cover: Uint8Array | null
}

/** The tags and chapters as a metadata file for ffmpeg. `more`: further tags. */
export function soundMetadata(
  id: SoundFileId,
  {
    title,
    people,
    album,
    date,
    chapters,
    more,
  }: SoundTags & { readonly more: Readonly<Record<string, string>> },
  durationMs: number,
): string {
  const hasComments = id === 'flac' || id === 'opus'
  const listed = chapters.filter(({ isListed }) => isListed)
  const all = {
    title,
    artist: people.join(', '),
    album,
    date,
    ...more,
    ...(hasComments ? comments(listed) : {}),
  }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
  return writeChaptersMetadata(hasComments ? [] : listed, Math.round(durationMs), given)
}

/** ffmpeg writes no chapters into the comments of FLAC, and rounds those of Ogg to a second (7.1). */
function comments(chapters: readonly FileChapter[]): Record<string, string> {
  const named = chapters.flatMap(({ atMs, title }, index) => {
    const name = `CHAPTER${String(index + 1).padStart(3, '0')}`
    return [
      [name, clock(atMs)],
      [`${name}NAME`, title],
    ]
  })
  return Object.fromEntries(named) as Record<string, string>
}

/** `01:02:03.450` */
function clock(ms: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const rest = `${two((ms / 1_000) % 60)}.${String(ms % 1_000).padStart(3, '0')}`
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${rest}`
}
