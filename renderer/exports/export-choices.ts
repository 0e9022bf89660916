import type { ExportFormat, ExportOptions } from '#contracts/calls/exports'
import type { CaptionNames } from '#core/captions/caption-names'
import { formats as allFormats } from '#core/formats/formats'

/** The user's choices in an export dialog, for all formats. */
export interface ExportChoices {
  readonly names: boolean
  readonly times: boolean
  readonly firstPage: boolean
}

export const firstChoices: ExportChoices = { names: true, times: true, firstPage: false }

/** The choices as options of one format. `captionNames`: the transcript's, else the user's preference. */
export function optionsOf(
  format: ExportFormat,
  { names, times, firstPage }: ExportChoices,
  captionNames: CaptionNames,
): ExportOptions {
  const takes = allFormats[format].choices
  return {
    speakerNames: names,
    times,
    firstPage: takes.firstPage && firstPage,
    captionNames: takes.captions === 'with-names' ? captionNames : 'never',
  }
}
