import { GUESSED_PACE } from '#core/doubt/checking-pace'

/** Defaults for all preferences; without zod, so that the page can load them immediately. */
export const defaultPreferences = {
  theme: 'system',
  contrast: 'system',
  motion: 'system',
  language: 'system',
  textSize: 1,
  letters: 'serif',
  job: {},
  modelByLanguage: {},
  declinedModels: [],
  copyOriginals: false,
  // oTranscribe goes back 1.5 s when playback resumes.
  playback: { rate: 1, volume: 1, rewindOnResumeMs: 1_500, shortSkipMs: 2_000, longSkipMs: 5_000 },
  recordingCodec: 'flac',
  recorder: {},
  notifyWhenDone: false,
  captionNames: 'never',
  exports: {},
  snapsCaptionEdges: true,
  captionTimes: 'milliseconds',
  captionPresets: [],
  minutesTemplate: '',
  timesInCopiedText: false,
  allDoubts: false,
  checkingPace: GUESSED_PACE,
  checksWithSecondModel: false,
  lowPriority: false,
  waitsForPower: false,
  publishAddress: '',
  keys: {},
} as const
