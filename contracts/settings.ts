import { z } from 'zod'
import { captionNames } from '#core/captions/caption-names'
import { defaultPreferences as defaults } from './default-preferences.ts'

/** What decides a transcript, besides the sound: the same settings give the same text. */
export const TranscribeSettings = z.object({
  /** ISO 639 code, or `auto`: one language a recording, by a vote. */
  language: z.string().regex(/^(auto|[a-z]{2,3})$/),
  model: z.string(),
  /** How many people speak; null: counted. */
  speakers: z.number().int().min(1).max(64).nullable(),
  /** One decode a chunk, no second look. */
  quick: z.boolean(),
  /** Audio track, from 0. */
  track: z.number().int().nonnegative(),
  /** Only the stretch from here, in ms of the recording; left out: from its start. */
  fromMs: z.number().int().positive().optional(),
  /** To here; left out: to its end. */
  toMs: z.number().int().positive().optional(),
})
export type TranscribeSettings = z.infer<typeof TranscribeSettings>

export const CaptionNames = z.enum(captionNames)

/** A person's own choices, kept in the library and shared by every window. Each has a default. */
export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).default(defaults.theme),
  contrast: z.enum(['system', 'high']).default(defaults.contrast),
  motion: z.enum(['system', 'none']).default(defaults.motion),
  /** Language of the program's own words. */
  language: z.enum(['system', 'en', 'fr']).default(defaults.language),
  /** Of the transcript, as a share of the drawn size. */
  textSize: z.number().min(0.75).max(2).default(defaults.textSize),
  letters: z.enum(['serif', 'sans']).default(defaults.letters),
  /** What the dialog before a job offers: what was chosen last; how many speak is each recording's own. */
  job: TranscribeSettings.pick({ language: true, model: true, quick: true }).partial().default(defaults.job),
  /** A file that is added is copied into the library (where the program sees its path). */
  copyOriginals: z.boolean().default(defaults.copyOriginals),
  playback: z
    .object({
      rate: z.number().min(0.5).max(3).default(defaults.playback.rate),
      volume: z.number().min(0).max(1).default(defaults.playback.volume),
      /** How far playing goes back when it starts again (oTranscribe: 1.5 s). */
      rewindOnResumeMs: z.number().int().min(0).max(10_000).default(defaults.playback.rewindOnResumeMs),
      shortSkipMs: z.number().int().min(500).max(30_000).default(defaults.playback.shortSkipMs),
      longSkipMs: z.number().int().min(500).max(60_000).default(defaults.playback.longSkipMs),
    })
    .prefault({}),
  /** A system notification when a long task ends while nobody looks. */
  notifyWhenDone: z.boolean().default(defaults.notifyWhenDone),
  /** Names in the text of captions, as they are shown and as SRT has them. */
  captionNames: CaptionNames.default(defaults.captionNames),
  /** Several paragraphs are copied with the time of each before it. */
  timesInCopiedText: z.boolean().default(defaults.timesInCopiedText),
  /** The list to check has all doubts, not only what is likely to be wrong. */
  allDoubts: z.boolean().default(defaults.allDoubts),
  /** How long the person takes for a place of that list. */
  checkingPace: z
    .object({ placeMs: z.number().int().positive(), places: z.number().int().nonnegative() })
    .default(defaults.checkingPace),
  /** Keys that a person gave to an action, in place of its own: `Mod+Shift+S`, `F13`, … */
  keys: z.record(z.string(), z.array(z.string())).default(defaults.keys),
})
export type Preferences = z.infer<typeof Preferences>
export const PreferencesPatch = z.object(
  Object.fromEntries(
    Object.entries(Preferences.shape).map(([name, shape]) => [name, shape.unwrap().optional()]),
  ) as {
    [Name in keyof typeof Preferences.shape]: z.ZodOptional<
      ReturnType<(typeof Preferences.shape)[Name]['unwrap']>
    >
  },
)
