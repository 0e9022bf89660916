import type { Preset } from './preset.ts'
import { presetFor } from './netflix.ts'

/**
 * Podcast namespace, transcripts: SRT of 2 lines of 32 characters, `Name:`, a new cue for each speaker, no
 * rule for gaps. Everything else as for Netflix.
 */
export const podcast = {
  id: 'podcast',
  label: () => ({ en: 'Podcast', fr: 'Podcast' }),
  frameRate: null,
  names: 'change',
  rulesFor: (language) => ({
    ...presetFor(language),
    id: 'podcast',
    shots: 'off',
    maxCharactersPerLine: 32,
    maxLines: 2,
    gapMs: 0,
    closeGapsUnderMs: 0,
    sharesCues: false,
  }),
} as const satisfies Preset
