import type { Preset } from './preset.ts'
import { presetFor } from './netflix.ts'

/**
 * BBC Subtitle Guidelines v1.2: 37 characters (§3.1, broadcast), 2 lines (§3.3), 160–180 words a minute (§4),
 * at least
 * 0.3 s a word (§4.1), no gap or one of at least a second (§4.5), out up to 1.5 s after speech (§5.2), shots by §6. 15
 * characters per second is what others derive from its words per minute. It sets no maximum duration, which
 * cutting needs.
 */
export const bbc = {
  id: 'bbc',
  label: () => ({ en: 'BBC', fr: 'BBC' }),
  // Unverified: television with 25 frames per second.
  frameRate: 25,
  names: 'never',
  rulesFor: (language) => ({
    ...presetFor(language),
    id: 'bbc',
    shots: 'bbc',
    maxCharactersPerLine: 37,
    maxLines: 2,
    minDurationMs: 300,
    minMsPerWord: 300,
    maxDurationMs: 10_000,
    charactersPerSecond: 15,
    wordsPerMinute: 180,
    gapMs: 0,
    closeGapsUnderMs: 1_000,
    lingerMs: 1_500,
    dialogueDash: '-',
  }),
} as const satisfies Preset
