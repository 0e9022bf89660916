import type { ShownAs } from './shown-text.ts'

/** Formats of corrected documents that can be read, by the ends of their names; whether they show text or captions. */
export const returnedFormats = {
  docx: { extensions: ['.docx', '.docm'], shownAs: 'text' },
  md: { extensions: ['.md', '.markdown'], shownAs: 'text' },
  txt: { extensions: ['.txt', '.text'], shownAs: 'text' },
  html: { extensions: ['.html', '.htm'], shownAs: 'text' },
  srt: { extensions: ['.srt'], shownAs: 'captions' },
  vtt: { extensions: ['.vtt'], shownAs: 'captions' },
} as const satisfies Readonly<
  Record<string, { readonly extensions: readonly string[]; readonly shownAs: ShownAs }>
>
export type ReturnedFormat = keyof typeof returnedFormats

export const isReturnedFormat = (id: string): id is ReturnedFormat => id in returnedFormats

/** By its name; null: corrected documents of this kind cannot be read. */
export function returnedFormatOf(fileName: string): ReturnedFormat | null {
  const name = fileName.toLowerCase()
  const found = Object.entries(returnedFormats).find(([, { extensions }]) =>
    extensions.some((extension) => name.endsWith(extension)),
  )?.[0]
  return found !== undefined && isReturnedFormat(found) ? found : null
}
