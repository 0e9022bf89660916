import { z } from 'zod'
import { captionNames } from '#core/captions/caption-names'
import { captionedVideoIds } from '#core/formats/captioned-videos'
import { recordingTypes } from '#core/recording/journal-entry'
import { isOwnPreset, type OwnPreset } from '#core/captions/presets/own-preset'
import { LONGEST_TEMPLATE } from '#core/formats/minutes/minutes-template'
import { defaultOutput as output, lineEndings, textEncodings } from '#core/formats/output-options'
import { defaultPreferences as defaults } from './default-preferences.ts'
import { RecordingCodec } from './recording-codec.ts'

/** Words that a recognizer looks for. */
export const Hotwords = z.array(z.string().max(100)).max(1_000)

/** Everything that determines a transcript besides the sound: the same settings produce the same text. */
export const TranscribeSettings = z.object({
  /** ISO 639 code, or `auto`: one language for the whole recording, by a vote. */
  language: z.string().regex(/^(auto|[a-z]{2,3})$/),
  model: z.string(),
  /** Id of the model that tells voices apart; defaults to the program's own. */
  voiceModel: z.string().optional(),
  /** Number of speakers; null: detect it. */
  speakers: z.number().int().min(1).max(64).nullable(),
  /** One decode for each chunk, no second pass. */
  quick: z.boolean(),
  /** Audio track, from 0. */
  track: z.number().int().nonnegative(),
  /** All audio tracks, each for itself: nobody on one track is anybody on another. `track` does not count then. */
  tracks: z.literal('all').optional(),
  /** Start of the range in ms of the recording; defaults to its start. */
  fromMs: z.number().int().positive().optional(),
  /** End of the range; defaults to the recording's end. */
  toMs: z.number().int().positive().optional(),
  /** With `language: auto`, models that take `model`'s place where their language (ISO 639) is found. */
  modelByLanguage: z.record(z.string().regex(/^[a-z]{2,3}$/), z.string()).optional(),
  /** Words of the glossary that the recognizer looks for, if its kind can. */
  hotwords: Hotwords.optional(),
})
export type TranscribeSettings = z.infer<typeof TranscribeSettings>

/** A text that is aligned with a recording, and the settings of the recording's transcript. */
export const AlignSettings = TranscribeSettings.extend({
  /** Of the text's file, which the library keeps. */
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: z.string().min(1).max(500),
})
export type AlignSettings = z.infer<typeof AlignSettings>

/** How shots of a video are found. */
export const ShotSettings = z.object({
  /** Score of ffmpeg's scene filter, 0–1, from which a frame begins a shot. */
  threshold: z.number().min(0).max(1),
})
export type ShotSettings = z.infer<typeof ShotSettings>

export const CaptionNames = z.enum(captionNames)

/** Options of exported files (`core/formats/output-options.ts`). */
export const OutputOptions = z.object({
  offsetMs: z.number().int().min(-1e9).max(1e9).default(output.offsetMs),
  frameRate: z.number().min(1).max(240).nullable().default(output.frameRate),
  dropFrame: z.boolean().nullable().default(output.dropFrame),
  encoding: z.enum(textEncodings).default(output.encoding),
  byteOrderMark: z.boolean().default(output.byteOrderMark),
  lineEnds: z.enum(lineEndings).default(output.lineEnds),
  wordTimes: z.boolean().default(output.wordTimes),
  modelNote: z.boolean().default(output.modelNote),
  places: z.boolean().default(output.places),
  speakerColors: z.boolean().default(output.speakerColors),
  captionBox: z.boolean().default(output.captionBox),
  sound: z.boolean().default(output.sound),
  sheet: z.boolean().default(output.sheet),
})

/** A film of a recording with the captions of a transcript. */
export const CaptionedVideoSettings = z.object({
  /** Distinguishes requests: the same film is made again when it is asked for again. */
  request: z.string().min(1).max(100),
  transcriptId: z.string(),
  film: z.enum(captionedVideoIds),
  captionNames: CaptionNames,
  fileName: z.string().min(1).max(500),
  /** Where it is written; null: kept in the library for download. Pages in a browser see an empty text for a path. */
  path: z.string().nullable(),
  /** All captions later by this, ms. */
  offsetMs: z.number().int(),
  /** A language of the transcript's translations; null for its own text. */
  translation: z.string().nullable().default(null),
  /** A track of the text and of each translation; not for captions in the picture. */
  allLanguages: z.boolean().default(false),
  /** Captions in the picture: a box behind the letters instead of an outline. */
  captionBox: z.boolean().default(false),
})
export type CaptionedVideoSettings = z.infer<typeof CaptionedVideoSettings>

/** A person's settings, stored in the library and shared by every window. Each has a default. */
export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).default(defaults.theme),
  contrast: z.enum(['system', 'high']).default(defaults.contrast),
  motion: z.enum(['system', 'none']).default(defaults.motion),
  /** Language of the user interface. */
  language: z.enum(['system', 'en', 'fr']).default(defaults.language),
  /** Text size of the transcript, as a share of the designed size. */
  textSize: z.number().min(0.75).max(2).default(defaults.textSize),
  letters: z.enum(['serif', 'sans']).default(defaults.letters),
  /**
   * Values offered in the dialog before a job: the last ones chosen; the number of speakers is specific to each
   * recording.
   */
  job: TranscribeSettings.pick({ language: true, model: true, voiceModel: true, quick: true })
    .partial()
    .default(defaults.job),
  /** Speech models by language (ISO 639), where another than the last chosen one is wanted; unknown ids do not count. */
  modelByLanguage: z.record(z.string().regex(/^[a-z]{2,3}$/), z.string()).default(defaults.modelByLanguage),
  /** Recommendations that the person does not want to see again, as `LANGUAGE:MODEL`. */
  declinedModels: z.array(z.string().max(200)).max(500).readonly().default(defaults.declinedModels),
  /** Copy an added file into the library (if the program has its path). */
  copyOriginals: z.boolean().default(defaults.copyOriginals),
  playback: z
    .object({
      rate: z.number().min(0.5).max(3).default(defaults.playback.rate),
      volume: z.number().min(0).max(1).default(defaults.playback.volume),
      /** How far playback goes back when it resumes (oTranscribe: 1.5 s). */
      rewindOnResumeMs: z.number().int().min(0).max(10_000).default(defaults.playback.rewindOnResumeMs),
      shortSkipMs: z.number().int().min(500).max(30_000).default(defaults.playback.shortSkipMs),
      longSkipMs: z.number().int().min(500).max(60_000).default(defaults.playback.longSkipMs),
    })
    .prefault({}),
  /** How finished recordings are kept. */
  recordingCodec: RecordingCodec.default(defaults.recordingCodec),
  /** What was chosen last for a new recording; consent is asked for each time. */
  recorder: z
    .object({
      /** Labels of the microphones' devices; empty for the system's default. */
      microphones: z.array(z.string().max(1_000)).max(8),
      /** Of the computer's own sound: the label of an input, or the system's own way. */
      system: z.enum(['off', 'shared', 'input']),
      systemInput: z.string().max(1_000),
      /** `{date}` stands for the day. */
      title: z.string().max(300),
      language: z.string().regex(/^(auto|[a-z]{2,3})$/),
      people: z.number().int().min(1).max(64).nullable(),
      type: z.enum(recordingTypes),
      transcribes: z.boolean(),
      /** Text while recording. */
      liveText: z.boolean(),
    })
    .partial()
    .default(defaults.recorder),
  /** Show a system notification when a long task ends while the program is not in use. */
  notifyWhenDone: z.boolean().default(defaults.notifyWhenDone),
  /** Names in the text of captions, both on screen and in SRT. */
  captionNames: CaptionNames.default(defaults.captionNames),
  /** What was chosen last for exported files; an offset belongs to one recording. */
  exports: z
    .object({
      names: z.boolean(),
      times: z.boolean(),
      firstPage: z.boolean(),
      wholeText: z.boolean(),
      output: OutputOptions.omit({ offsetMs: true }),
    })
    .partial()
    .default(defaults.exports),
  /** Whether the edges of captions snap to speech, shots and neighbors. */
  snapsCaptionEdges: z.boolean().default(defaults.snapsCaptionEdges),
  /** How times of captions are shown; frames only where the caption rules count them. */
  captionTimes: z.enum(['milliseconds', 'frames']).default(defaults.captionTimes),
  /** Presets of caption rules that the person made, by unique names; a transcript takes a copy of one. */
  captionPresets: z
    .array(z.custom<OwnPreset>(isOwnPreset, 'not a preset of caption rules'))
    .max(100)
    .refine((own) => new Set(own.map(({ name }) => name)).size === own.length, 'a name is there twice')
    .readonly()
    .default(defaults.captionPresets),
  /** The form of minutes (`core/formats/minutes/minutes-template.ts`); empty: the usual one of the text's language. */
  minutesTemplate: z.string().max(LONGEST_TEMPLATE).default(defaults.minutesTemplate),
  /** Include the time of each paragraph when several are copied. */
  timesInCopiedText: z.boolean().default(defaults.timesInCopiedText),
  /** List all doubts to check, not only likely errors. */
  allDoubts: z.boolean().default(defaults.allDoubts),
  /** How long the person takes for a place in that list. */
  checkingPace: z
    .object({ placeMs: z.number().int().positive(), places: z.number().int().nonnegative() })
    .default(defaults.checkingPace),
  /** In idle time, recognize unsure places with a second model. */
  checksWithSecondModel: z.boolean().default(defaults.checksWithSecondModel),
  /** Tasks leave the processor to other programs first. */
  lowPriority: z.boolean().default(defaults.lowPriority),
  /** Tasks that take long wait while the computer runs on its battery. */
  waitsForPower: z.boolean().default(defaults.waitsForPower),
  /** Address of the folder that published files are put in, as it was typed last. */
  publishAddress: z.string().max(4_000).default(defaults.publishAddress),
  /** A person's shortcuts for an action, replacing its defaults: `Mod+Shift+S`, `F13`, … */
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
