import { captionNames } from '../transcript/caption-settings.ts'
import { GUESSED_PACE } from '../doubt/checking-pace.ts'
import { choice, group, number, onOff, own, type Preference } from './preference.ts'

/**
 * A person's settings, stored in the library and shared by every window; the order of each section is that of the
 * screen. To add one, add an entry: schema, default and screen follow.
 */
export const preferences = {
  /** When idle, recognize whole recordings with a second model. */
  checksWithSecondModel: onOff(false, {
    section: 'models',
    control: 'switch',
    name: 'models.idle',
    hint: 'models.idle.hint',
  }),

  /** When idle, recognize the cut around its joins. */
  checksJoins: onOff(true, {
    section: 'models',
    control: 'switch',
    name: 'models.joins',
    hint: 'models.joins.hint',
  }),

  theme: choice(['system', 'light', 'dark'], 'system', {
    section: 'look',
    control: 'buttons',
    name: 'look.theme',
    labels: { system: 'look.system', light: 'look.light', dark: 'look.dark' },
  }),
  contrast: choice(['system', 'high'], 'system', {
    section: 'look',
    control: 'buttons',
    name: 'look.contrast',
    labels: { system: 'look.system', high: 'look.high' },
  }),
  motion: choice(['system', 'none'], 'system', {
    section: 'look',
    control: 'buttons',
    name: 'look.motion',
    labels: { system: 'look.system', none: 'look.none' },
  }),
  /** Language of the user interface. */
  language: choice(['system', 'en', 'fr'], 'system', {
    section: 'look',
    control: 'list',
    name: 'look.language',
    hint: 'look.language.hint',
    // Each in its own language, for users who do not read the other.
    labels: { system: 'look.system', en: { asIs: 'English' }, fr: { asIs: 'Français' } },
  }),
  /** Text size of the transcript, as a share of the designed size. */
  textSize: number(1, { min: 0.75, max: 2 }, { section: 'look', control: 'own' }),
  letters: choice(['serif', 'sans'], 'serif', { section: 'look', control: 'own' }),
  /** Include the time of each paragraph when copying several. */
  timesInCopiedText: onOff(false, {
    section: 'look',
    control: 'switch',
    name: 'look.copied-times',
    hint: 'look.copied-times.hint',
  }),

  playback: group({
    rate: number(
      1,
      { min: 0.5, max: 3 },
      {
        section: 'playback',
        control: 'slider',
        name: 'playback.rate',
        hint: 'playback.rate.hint',
        step: 0.05,
        format: { minimumFractionDigits: 1, maximumFractionDigits: 2 },
      },
    ),
    volume: number(
      1,
      { min: 0, max: 1 },
      {
        section: 'playback',
        control: 'slider',
        name: 'playback.volume',
        step: 0.05,
        format: { style: 'percent' },
      },
    ),
    /** How far playback goes back when it resumes (oTranscribe: 1.5 s). */
    rewindOnResumeMs: number(
      1_500,
      { min: 0, max: 10_000, isWhole: true },
      { section: 'playback', control: 'seconds', name: 'playback.rewind', hint: 'playback.rewind.hint' },
    ),
    shortSkipMs: number(
      2_000,
      { min: 500, max: 30_000, isWhole: true },
      { section: 'playback', control: 'seconds', name: 'playback.short' },
    ),
    longSkipMs: number(
      5_000,
      { min: 500, max: 60_000, isWhole: true },
      { section: 'playback', control: 'seconds', name: 'playback.long' },
    ),
  }),

  /** Show a system notification when a long task ends while the program is not in use. */
  notifyWhenDone: onOff(false, { section: 'tasks', control: 'own' }),
  /** Tasks yield the processor to other programs. */
  lowPriority: onOff(false, {
    section: 'tasks',
    control: 'switch',
    name: 'tasks.low',
    hint: 'tasks.low.hint',
  }),
  /** Long tasks wait while the computer runs on battery. */
  waitsForPower: onOff(false, {
    section: 'tasks',
    control: 'switch',
    name: 'tasks.power',
    hint: 'tasks.power.hint',
  }),
  /** Codec of finished recordings. */
  recordingCodec: choice(['flac', 'pcm', 'opus'], 'flac', {
    section: 'tasks',
    control: 'list',
    name: 'rec.codec',
    hint: 'rec.codec.hint',
    labels: { flac: { asIs: 'FLAC' }, pcm: { asIs: 'PCM' }, opus: { asIs: 'Opus' } },
  }),

  /** Copy an added file into the library (if the program has its path). */
  copyOriginals: onOff(false, { section: 'folders', control: 'own' }),

  /** Names in the text of captions, both on screen and in SRT. */
  captionNames: choice(captionNames, 'never', null),
  /** Whether the edges of captions snap to speech, shots and neighbors. */
  snapsCaptionEdges: onOff(true, null),
  /** Whether a small window shows the picture beside the captions; others always do. */
  showsSmallPicture: onOff(true, null),
  /** Whether the waveform shows what is cut folded. */
  foldsCuts: onOff(false, null),
  /** How caption times are shown; frames only if the caption rules count them. */
  captionTimes: choice(['milliseconds', 'frames'], 'milliseconds', null),
  /** List all doubts to check, not only likely errors. */
  allDoubts: onOff(false, null),

  job: own({}),
  modelByLanguage: own({}),
  declinedModels: own([]),
  recorder: own({}),
  exports: own({}),
  captionPresets: own([]),
  captionRulesByKind: own({}),
  replacePairs: own([]),
  minutesTemplate: own(''),
  checkingPace: own(GUESSED_PACE),
  publishAddress: own(''),
  keys: own({}),
} as const satisfies Readonly<Record<string, Preference>>
export type PreferenceName = keyof typeof preferences
