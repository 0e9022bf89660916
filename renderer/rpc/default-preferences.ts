import type { Preferences } from '#contracts/settings'
import { GUESSED_PACE } from '#core/doubt/checking-pace'

/** What holds before the studio has told the person's own; the same as the contract's defaults. */
export const defaultPreferences: Preferences = {
  theme: 'system',
  contrast: 'system',
  motion: 'system',
  language: 'system',
  textSize: 1,
  letters: 'serif',
  job: {},
  copyOriginals: false,
  playback: { rate: 1, volume: 1, rewindOnResumeMs: 1_500, shortSkipMs: 2_000, longSkipMs: 5_000 },
  notifyWhenDone: false,
  captionNames: 'never',
  timesInCopiedText: false,
  allDoubts: false,
  checkingPace: GUESSED_PACE,
  keys: {},
}
