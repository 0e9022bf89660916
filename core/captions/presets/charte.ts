import type { Preset } from './preset.ts'
import { presetFor } from './netflix.ts'

/** 12 characters in a second, 20 in two, 36 in three, 60 in four (criterion 6); it allows a fifth more. */
const points = [
  [1_000, 12],
  [2_000, 20],
  [3_000, 36],
  [4_000, 60],
] as const
const TOLERANCE = 1.2

/**
 * Charte relative à la qualité du sous-titrage (CSA, now Arcom, December 2011): 2 lines (criterion 3), the
 * times above, at least a second (derived from them), a dash at each change of speaker (criterion 7). It
 * specifies no line length (37, unverified), no gap and no maximum duration, which cutting needs. Cuts aim at
 * the speed that is sufficient for every duration.
 */
export const charte = {
  id: 'charte',
  label: () => ({ en: 'Charte, French', fr: 'Charte, français' }),
  // Unverified: television with 25 frames per second.
  frameRate: 25,
  names: 'never',
  rulesFor: (language) => ({
    ...presetFor(language),
    id: 'charte',
    shots: 'off',
    maxCharactersPerLine: 37,
    maxLines: 2,
    minDurationMs: 1_000,
    maxDurationMs: 10_000,
    charactersPerSecond: 12,
    readable: points.map(([ms, characters]) => ({ ms, characters: characters * TOLERANCE })),
    gapMs: 0,
    closeGapsUnderMs: 0,
    dialogueDash: '- ',
  }),
} as const satisfies Preset
