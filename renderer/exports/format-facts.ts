import type { ExportFormat } from '#contracts/calls/exports'

/** Which choices change a format's file. */
export const choicesOf: Readonly<
  Record<ExportFormat, { readonly names: boolean; readonly times: boolean; readonly rules: boolean }>
> = {
  vtt: { names: true, times: false, rules: true },
  srt: { names: true, times: false, rules: true },
  docx: { names: true, times: true, rules: false },
  txt: { names: true, times: true, rules: false },
  md: { names: true, times: true, rules: false },
  json: { names: false, times: false, rules: false },
}

/** In the order of the list. */
export const listedFormats: readonly ExportFormat[] = ['vtt', 'srt', 'docx', 'txt', 'md', 'json']
