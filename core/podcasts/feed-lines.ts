import { formats } from '../formats/formats.ts'
import { escapedXml } from '../formats/reading/xml-text.ts'
import type { PublishedKind, PublishedName } from './published-name.ts'

/** Media types of the podcast namespace (transcripts.md, chapters). */
const TYPES: Readonly<Record<PublishedKind, string | null>> = {
  srt: formats.srt.mediaType,
  vtt: formats.vtt.mediaType,
  podcast: formats.podcast.mediaType,
  html: formats.html.mediaType,
  chapters: 'application/json+chapters',
  // A feed has no line for them.
  notes: null,
}

/** Formats that can be shown in time with the sound. */
const TIMED: ReadonlySet<PublishedKind> = new Set(['srt', 'vtt'])

/** The sound of an item. */
export interface FeedSound {
  /** Absolute; null: it is in the folder of the files. */
  readonly address: string | null
  readonly name: string
  readonly bytes: number
  /** Media type; null if unknown. */
  readonly type: string | null
  /** 0 if unknown. */
  readonly durationMs: number
}

/** What lines lack, in their place `…`: the folder's address, the sound's media type. */
export type FeedGap = 'folder' | 'type'

const GAP = '…'

const folderOf = (base: string): string =>
  base.trim() === '' ? `${GAP}/` : `${base.trim().replace(/\/+$/u, '')}/`

/** The lines of an item for its sound, with its size and length. `base` as for `feedLines`. */
export function soundLines({ address, name, bytes, type, durationMs }: FeedSound, base: string): string {
  const url = escapedXml(address ?? folderOf(base) + encodeURIComponent(name))
  const seconds = Math.round(durationMs / 1_000)
  return [
    `<enclosure url="${url}" length="${bytes}" type="${type ?? GAP}"/>`,
    ...(seconds === 0 ? [] : [`<itunes:duration>${seconds}</itunes:duration>`]),
  ].join('\n')
}

/** What is missing in the lines of an item. */
export function feedGaps(files: readonly PublishedName[], sound: FeedSound | null, base: string): FeedGap[] {
  const isInFolder =
    files.some(({ kind }) => TYPES[kind] !== null) || (sound !== null && sound.address === null)
  const gaps: FeedGap[] = isInFolder && base.trim() === '' ? ['folder'] : []
  return sound !== null && sound.type === null ? [...gaps, 'type'] : gaps
}

/**
 * The lines to paste into a feed's item, one per file that it can name. `base`: address of the folder for the files; `…` if
 * not known yet. `language`: BCP 47; empty or `und` if unknown.
 */
export function feedLines(files: readonly PublishedName[], base: string, language: string): string {
  const folder = folderOf(base)
  return files
    .flatMap(({ name, kind }) => {
      const type = TYPES[kind]
      if (type === null) return []
      const url = `url="${escapedXml(folder + encodeURIComponent(name))}" type="${type}"`
      if (kind === 'chapters') return [`<podcast:chapters ${url}/>`]
      const spoken = language === '' || language === 'und' ? '' : ` language="${escapedXml(language)}"`
      return [`<podcast:transcript ${url}${spoken}${TIMED.has(kind) ? ' rel="captions"' : ''}/>`]
    })
    .join('\n')
}
