import type { ExportFormat, ExportOptions } from '#contracts/calls/exports'
import type { CaptionNames } from '#core/captions/caption-names'
import { choicesOf } from './format-facts.ts'

/** What the person chose in a dialog for export, whatever the format. */
export interface ExportChoices {
  readonly names: boolean
  readonly times: boolean
  readonly firstPage: boolean
}

export const firstChoices: ExportChoices = { names: true, times: true, firstPage: false }

/** The choices as a format takes them. `captionNames`: the person's preference. */
export function optionsOf(
  format: ExportFormat,
  { names, times, firstPage }: ExportChoices,
  captionNames: CaptionNames,
): ExportOptions {
  const takes = choicesOf[format]
  return {
    speakerNames: names,
    times,
    firstPage: takes.firstPage && firstPage,
    captionNames: takes.captions === 'with-names' ? captionNames : 'never',
  }
}
