import type { Preset } from './preset.ts'
import { presetFor } from './netflix.ts'

/**
 * Pictures of 9:16, from Subtitle Edit's profile: 24 characters, 2 lines, 25 characters per second, 0.7–5 s,
 * no gap, all gaps closed (here: up to the pause that begins a new cue). A new cue for each speaker.
 */
export const vertical = {
  id: 'vertical',
  label: () => ({ en: 'Vertical, 9:16', fr: 'Vertical, 9:16' }),
  frameRate: null,
  names: 'never',
  rulesFor: (language) => ({
    ...presetFor(language),
    id: 'vertical',
    shots: 'off',
    maxCharactersPerLine: 24,
    maxLines: 2,
    minDurationMs: 700,
    maxDurationMs: 5_000,
    charactersPerSecond: 25,
    gapMs: 0,
    closeGapsUnderMs: 1_500,
    sharesCues: false,
  }),
} as const satisfies Preset
