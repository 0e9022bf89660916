import type { Preset } from './preset.ts'
import { presetFor } from './netflix.ts'

/**
 * Teletext subtitles as exchanged in EBU STL (Tech 3264): rows of 40 columns, of which codes of box and color take three,
 * 2 lines, 25 frames per second, a gap of 2 frames. The EBU sets no reading speed and no durations: those of Netflix's
 * general rules.
 */
export const ebu = {
  id: 'ebu',
  label: () => ({ en: 'EBU STL, teletext', fr: 'EBU STL, télétexte' }),
  frameRate: 25,
  names: 'never',
  rulesFor: (language) => {
    const general = presetFor(language)
    return {
      ...general,
      id: 'ebu',
      shots: 'off',
      maxCharactersPerLine: Math.min(37, general.maxCharactersPerLine),
      gapMs: 80,
    }
  },
} as const satisfies Preset
