import type { ExportFormat } from '#contracts/calls/exports'

/** Which choices change a format's file. */
export const choicesOf: Readonly<
  Record<
    ExportFormat,
    {
      readonly names: boolean
      readonly times: boolean
      /** A first page with title, date and speaking time. */
      readonly firstPage: boolean
      /** Captions: laid out by rules, with names in their text or without. */
      readonly captions: 'with-names' | 'without-names' | null
    }
  >
> = {
  vtt: { names: false, times: false, firstPage: false, captions: 'without-names' },
  srt: { names: false, times: false, firstPage: false, captions: 'with-names' },
  docx: { names: true, times: true, firstPage: true, captions: null },
  txt: { names: true, times: true, firstPage: false, captions: null },
  md: { names: true, times: true, firstPage: false, captions: null },
  json: { names: false, times: false, firstPage: false, captions: null },
}

/** In the order of the list. */
export const listedFormats: readonly ExportFormat[] = ['vtt', 'srt', 'docx', 'txt', 'md', 'json']
