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
  /** ISO 639 code, or `auto`: one language for the whole recording, detected by majority vote. */
  language: z.string().regex(/^(auto|[a-z]{2,3})$/),
  model: z.string(),
  /** Id of the voice model used for diarization; defaults to the program's own. */
  voiceModel: z.string().optional(),
  /** Number of speakers; null: detect it. */
  speakers: z.number().int().min(1).max(64).nullable(),
  /** One decode for each chunk, no second pass. */
  quick: z.boolean(),
  /** Audio track, from 0. */
  track: z.number().int().nonnegative(),
  /**
   * All audio tracks, each separately: no speaker of one track is a speaker of another. `track` is ignored
   * then.
   */
  tracks: z.literal('all').optional(),
  /** Start of the range in ms of the recording; defaults to its start. */
  fromMs: z.number().int().positive().optional(),
  /** End of the range; defaults to the recording's end. */
  toMs: z.number().int().positive().optional(),
  /** With `language: auto`: models that replace `model` if their language (ISO 639) is detected. */
  modelByLanguage: z.record(z.string().regex(/^[a-z]{2,3}$/), z.string()).optional(),
  /** Glossary words that the recognizer looks for, if its kind supports it. */
  hotwords: Hotwords.optional(),
})
export type TranscribeSettings = z.infer<typeof TranscribeSettings>

/** A text to align with a recording, and the settings of its transcript. */
export const AlignSettings = TranscribeSettings.extend({
  /** Hash of the text's file, which the library keeps. */
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: z.string().min(1).max(500),
})
export type AlignSettings = z.infer<typeof AlignSettings>

/** Settings of shot detection. */
export const ShotSettings = z.object({
  /** Score of ffmpeg's scene filter, 0–1, at or above which a frame begins a shot. */
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
  /**
   * Where it is written; null: kept in the library for download. Pages in a browser receive an empty text for
   * a path.
   */
  path: z.string().nullable(),
  /** Delay added to all captions, ms. */
  offsetMs: z.number().int(),
  /** A language of the transcript's translations; null for its own text. */
  translation: z.string().nullable().default(null),
  /** One track for the text and one for each translation; not for captions burned into the picture. */
  allLanguages: z.boolean().default(false),
  /** Captions burned into the picture: a box behind the letters instead of an outline. */
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
   * Values offered in the dialog before a job: the ones chosen last; the number of speakers is specific to
   * each recording.
   */
  job: TranscribeSettings.pick({ language: true, model: true, voiceModel: true, quick: true })
    .partial()
    .default(defaults.job),
  /**
   * Speech models by language (ISO 639), where one other than the last chosen is wanted; unknown ids are
   * ignored.
   */
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
  /** Codec of finished recordings. */
  recordingCodec: RecordingCodec.default(defaults.recordingCodec),
  /** The last choices for a new recording; consent is asked for each time. */
  recorder: z
    .object({
      /** Labels of the microphone devices; empty for the system's default. */
      microphones: z.array(z.string().max(1_000)).max(8),
      /** The computer's own sound: `input` by an input's label, `shared` by the system's own capture. */
      system: z.enum(['off', 'shared', 'input']),
      systemInput: z.string().max(1_000),
      /** `{date}` is replaced by the day. */
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
  /** The last choices for exported files; an offset belongs to one recording. */
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
  /** How caption times are shown; frames only if the caption rules count them. */
  captionTimes: z.enum(['milliseconds', 'frames']).default(defaults.captionTimes),
  /** Caption rule presets made by the person, with unique names; a transcript stores a copy of one. */
  captionPresets: z
    .array(z.custom<OwnPreset>(isOwnPreset, 'not a preset of caption rules'))
    .max(100)
    .refine((own) => new Set(own.map(({ name }) => name)).size === own.length, 'a name is there twice')
    .readonly()
    .default(defaults.captionPresets),
  /**
   * Template of the minutes (`core/formats/minutes/minutes-template.ts`); empty: the default one of the
   * text's language.
   */
  minutesTemplate: z.string().max(LONGEST_TEMPLATE).default(defaults.minutesTemplate),
  /** Include the time of each paragraph when copying several. */
  timesInCopiedText: z.boolean().default(defaults.timesInCopiedText),
  /** List all doubts to check, not only likely errors. */
  allDoubts: z.boolean().default(defaults.allDoubts),
  /** How long the person takes for a place in that list. */
  checkingPace: z
    .object({ placeMs: z.number().int().positive(), places: z.number().int().nonnegative() })
    .default(defaults.checkingPace),
  /** When idle, recognize unsure places with a second model. */
  checksWithSecondModel: z.boolean().default(defaults.checksWithSecondModel),
  /** Tasks yield the processor to other programs. */
  lowPriority: z.boolean().default(defaults.lowPriority),
  /** Long tasks wait while the computer runs on battery. */
  waitsForPower: z.boolean().default(defaults.waitsForPower),
  /** Address of the folder for published files, as last typed. */
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
