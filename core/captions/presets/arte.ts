import type { Preset } from './preset.ts'
import { presetFor } from './netflix.ts'

/** Arte, from Subtitle Edit's profile: 40 characters, 20 per second, 1–10 s, a gap of 200 ms. */
export const arte = {
  id: 'arte',
  label: () => ({ en: 'Arte', fr: 'Arte' }),
  // Unverified: television with 25 frames per second.
  frameRate: 25,
  names: 'never',
  rulesFor: (language) => ({
    ...presetFor(language),
    id: 'arte',
    shots: 'off',
    maxCharactersPerLine: 40,
    minDurationMs: 1_000,
    maxDurationMs: 10_000,
    charactersPerSecond: 20,
    gapMs: 200,
  }),
} as const satisfies Preset
