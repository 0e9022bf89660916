import { formats } from '../formats/formats.ts'
import { escapedXml } from '../formats/reading/xml-text.ts'
import type { PublishedKind, PublishedName } from './published-name.ts'

/** Media types of the podcast namespace (transcripts.md, chapters). */
const TYPES: Readonly<Record<PublishedKind, string>> = {
  srt: formats.srt.mediaType,
  vtt: formats.vtt.mediaType,
  podcast: formats.podcast.mediaType,
  html: formats.html.mediaType,
  chapters: 'application/json+chapters',
}

/** Formats that can be shown in time with the sound. */
const TIMED: ReadonlySet<PublishedKind> = new Set(['srt', 'vtt'])

/**
 * The lines to paste into a feed's item, one per file. `base`: address of the folder for the files; `…` if
 * not known yet. `language`: BCP 47; empty or `und` if unknown.
 */
export function feedLines(files: readonly PublishedName[], base: string, language: string): string {
  const folder = base.trim() === '' ? '…/' : `${base.trim().replace(/\/+$/u, '')}/`
  return files
    .map(({ name, kind }) => {
      const url = `url="${escapedXml(folder + encodeURIComponent(name))}" type="${TYPES[kind]}"`
      if (kind === 'chapters') return `<podcast:chapters ${url}/>`
      const spoken = language === '' || language === 'und' ? '' : ` language="${escapedXml(language)}"`
      return `<podcast:transcript ${url}${spoken}${TIMED.has(kind) ? ' rel="captions"' : ''}/>`
    })
    .join('\n')
}
