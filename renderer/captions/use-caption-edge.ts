import { defaultOutput } from '#core/formats/output-options'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useChangePreferences } from '../session/change-preferences.ts'

/** How captions are set off from the picture: the choice of exports, so that films look as the page does. */
export interface CaptionEdge {
  readonly hasBox: boolean
  /** A color for each speaker. */
  readonly hasColors: boolean
  readonly setBox: (hasBox: boolean) => void
}

export function useCaptionEdge(): CaptionEdge {
  const { exports: remembered } = usePreferences()
  const change = useChangePreferences()
  const { offsetMs: _ofOneExport, ...output } = { ...defaultOutput, ...remembered.output }
  return {
    hasBox: output.captionBox,
    hasColors: output.speakerColors,
    setBox: (captionBox) => change({ exports: { ...remembered, output: { ...output, captionBox } } }),
  }
}
