import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import { chaptersAmong } from '#core/chapters/chapter'
import { writeChaptersJson } from '#core/formats/json/chapters-json'
import type { DocumentWithExtras } from '#core/formats/format'
import { formats } from '#core/formats/formats'
import type { PublishedKind } from '#core/podcasts/published-name'
import { makeExportAside } from '../export/export-aside.ts'

/** A file published with an episode; its content does not depend on its name. */
export interface PublishedFile {
  readonly kind: PublishedKind
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The sound that is published with the files; both omitted for a text without sound. */
export interface PublishedSound {
  /** Name of the file next to the page. */
  readonly media?: string
  /** Absolute address, which the page tries first. */
  readonly soundAddress?: string
}

/**
 * The files to publish with an episode: its transcript in the formats that podcast players read, and its
 * chapters if there are any.
 */
export async function publishedFiles(
  document: DocumentWithExtras,
  sound: PublishedSound,
): Promise<PublishedFile[]> {
  const files: PublishedFile[] = []
  // WebVTT first: the podcast namespace recommends it.
  for (const kind of ['vtt', 'srt', 'podcast', 'html'] as const) {
    // Players show the names of a voice in WebVTT by themselves.
    const captionNames = captionNamesOf(document.transcript, kind === 'vtt' ? 'never' : 'change')
    const { bytes } = await makeExportAside(document, kind, { captionNames, ...sound })
    files.push({ kind, mediaType: formats[kind].mediaType, bytes })
  }
  const chapters = chaptersAmong(document.recording.moments ?? [])
  if (chapters.length > 0) {
    const bytes = new TextEncoder().encode(writeChaptersJson(chapters))
    files.push({ kind: 'chapters', mediaType: 'application/json', bytes })
  }
  return files
}
