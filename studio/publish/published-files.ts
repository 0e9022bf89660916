import { chaptersAmong } from '#core/chapters/chapter'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import { writeChaptersJson } from '#core/formats/chapters-json'
import type { DocumentWithExtras } from '#core/formats/format'
import { formats } from '#core/formats/formats'
import { feedLines, type PublishedName } from '#core/podcasts/feed-lines'
import { makeExport } from '../export/make-export.ts'

export interface PublishedFile extends PublishedName {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Published {
  readonly files: readonly PublishedFile[]
  /** To paste into the item of a feed. */
  readonly lines: string
}

/** Formats in the order of the folder, with their endings there. */
const ENDINGS = { srt: '.srt', vtt: '.vtt', podcast: '.json', html: '.html' } as const

export interface PublishOptions {
  /** File names without their ending. */
  readonly name: string
  /** Address of the folder that the files will be in; empty if it is not known yet. */
  readonly address: string
  /** Name of the sound's file beside the page. */
  readonly media: string
}

/** What belongs beside an episode: its transcript in the formats that players of podcasts read, its chapters if there are any. */
export async function publishedFiles(
  document: DocumentWithExtras,
  { name, address, media }: PublishOptions,
): Promise<Published> {
  const captionNames = captionNamesOf(document.transcript, 'change')
  const files: PublishedFile[] = []
  for (const kind of ['srt', 'vtt', 'podcast', 'html'] as const) {
    const { bytes } = await makeExport(document, kind, { name, captionNames, media })
    files.push({ kind, name: name + ENDINGS[kind], mediaType: formats[kind].mediaType, bytes })
  }
  const chapters = chaptersAmong(document.recording.moments ?? [])
  if (chapters.length > 0) {
    const bytes = new TextEncoder().encode(writeChaptersJson(chapters))
    files.push({ kind: 'chapters', name: `${name}.chapters.json`, mediaType: 'application/json', bytes })
  }
  return { files, lines: feedLines(files, address, document.transcript.language) }
}
