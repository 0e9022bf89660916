import { formats } from '../formats/formats.ts'

/** A published file that a feed can name. */
export interface PublishedName {
  readonly name: string
  readonly kind: PublishedKind
}

export const publishedKinds = ['vtt', 'srt', 'podcast', 'html', 'chapters', 'notes'] as const
export type PublishedKind = (typeof publishedKinds)[number]

const ENDINGS: Readonly<Record<PublishedKind, string>> = {
  srt: formats.srt.extension,
  vtt: formats.vtt.extension,
  podcast: '.json',
  html: formats.html.extension,
  chapters: '.chapters.json',
  notes: '.txt',
}

/** `stem`: the common start of all file names of an episode. */
export const publishedName = (stem: string, kind: PublishedKind): PublishedName => ({
  name: stem + ENDINGS[kind],
  kind,
})
