import type { ExportFormat, ExportOptions } from '#contracts/export-requests'
import type { Preferences } from '#contracts/preferences'
import type { CaptionNames } from '#core/captions/caption-names'
import { formats as allFormats } from '#core/formats/formats'
import { isTimecode } from '#core/frames/timecode'
import { type SoundChoices, usualSound } from '#core/formats/sounds/sound-files'
import { defaultOutput, fittedOutput, type OutputOptions } from '#core/formats/output-options'

/** The user's choices in an export dialog, for all formats. */
export interface ExportChoices {
  readonly names: boolean
  readonly times: boolean
  readonly firstPage: boolean
  /** For minutes. */
  readonly wholeText: boolean
  readonly output: OutputOptions
  readonly sound: SoundChoices
}

export const firstChoices: ExportChoices = {
  names: true,
  times: true,
  firstPage: false,
  wholeText: false,
  output: defaultOutput,
  sound: usualSound,
}

/** The last choices; shifted times apply to one export only. */
export const rememberedChoices = (remembered: Preferences['exports']): ExportChoices => ({
  names: remembered.names ?? firstChoices.names,
  times: remembered.times ?? firstChoices.times,
  firstPage: remembered.firstPage ?? firstChoices.firstPage,
  wholeText: remembered.wholeText ?? firstChoices.wholeText,
  output: { ...defaultOutput, ...remembered.output },
  sound: { ...usualSound, ...remembered.sound },
})

/** The choices as stored in the preferences. */
export function choicesToRemember({ output, ...others }: ExportChoices): Preferences['exports'] {
  const { offsetMs: _ofThisExport, startTimecode, ...kept } = output
  const isStart = startTimecode !== null && isTimecode(startTimecode)
  return { ...others, output: { ...kept, startTimecode: isStart ? startTimecode : null } }
}

/**
 * The choices as options of one format. `captionNames`: the transcript's, else the user's preference. `translation`: a
 * language of the transcript's translations; null for its own text.
 */
export function optionsOf(
  format: ExportFormat,
  { names, times, firstPage, wholeText, output }: ExportChoices,
  captionNames: CaptionNames,
  translation: string | null = null,
): ExportOptions {
  const { choices: takes, output: has } = allFormats[format]
  return {
    speakerNames: names,
    times,
    firstPage: takes.firstPage && firstPage,
    translation,
    wholeText: takes.minutes === true && wholeText,
    captionNames: takes.captions === 'with-names' ? captionNames : 'never',
    ...fittedOutput(output, has),
  }
}
