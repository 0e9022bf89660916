import { z } from 'zod'
import { captionNames } from '#core/captions/caption-names'
import { clipFades, clipPictures, clipShapes } from '#core/clips/clip-choices'
import { captionedVideoIds } from '#core/formats/edit-lists/captioned-videos'
import { loudnessTargets, soundFileIds, usualSound } from '#core/formats/sounds/sound-files'
import { isTimecode } from '#core/frames/timecode'
import {
  defaultOutput as output,
  lineEndings,
  MAX_FRAME_RATE,
  textEncodings,
} from '#core/formats/output-options'

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
  frameRate: z.number().min(1).max(MAX_FRAME_RATE).nullable().default(output.frameRate),
  dropFrame: z.boolean().nullable().default(output.dropFrame),
  startTimecode: z.string().refine(isTimecode).nullable().default(output.startTimecode),
  encoding: z.enum(textEncodings).default(output.encoding),
  byteOrderMark: z.boolean().default(output.byteOrderMark),
  lineEnds: z.enum(lineEndings).default(output.lineEnds),
  wordTimes: z.boolean().default(output.wordTimes),
  modelNote: z.boolean().default(output.modelNote),
  places: z.boolean().default(output.places),
  speakerColors: z.boolean().default(output.speakerColors),
  captionBox: z.boolean().default(output.captionBox),
  sound: z.boolean().default(output.sound),
  soundAround: z.boolean().default(output.soundAround),
  sheet: z.boolean().default(output.sheet),
})

/** Choices for files of a recording's sound (`core/formats/sounds/sound-files.ts`). */
export const SoundChoices = z.object({
  isMono: z.boolean().default(usualSound.isMono),
  bitRate: z.number().int().min(8).max(1_000).nullable().default(usualSound.bitRate),
  loudness: z.literal(loudnessTargets).nullable().default(usualSound.loudness),
  chapters: z.boolean().default(usualSound.chapters),
  cover: z.boolean().default(usualSound.cover),
})

/** A file of a recording's sound, as a transcript keeps it. */
export const SoundFileSettings = SoundChoices.extend({
  /** Distinguishes requests: the same file is made again when it is asked for again. */
  request: z.string().min(1).max(100),
  /** Null: of a recording that has none. */
  transcriptId: z.string().nullable(),
  sound: z.enum(soundFileIds),
  fileName: z.string().min(1).max(500),
  /** As of a film. */
  path: z.string().nullable(),
  /** Only what is kept of the recording. */
  cut: z.boolean().exactOptional(),
  /** In a REFI-QDA project with the text; default: the sound alone. */
  inProject: z.boolean().exactOptional(),
})
export type SoundFileSettings = z.infer<typeof SoundFileSettings>

/** What a person chose for a clip (`core/clips/clip-choices.ts`). */
export const ClipChoices = z.object({
  shape: z.enum(clipShapes),
  picture: z.enum(clipPictures),
  captions: z.boolean(),
  highlight: z.boolean(),
  title: z.boolean(),
  names: z.boolean(),
  captionBox: z.boolean(),
  fade: z.enum(clipFades),
  loudness: z.literal(loudnessTargets).nullable(),
  crop: z.number().min(0).max(100),
})

/** Which part of a recording a clip is: times of the original. */
export const ClipPart = z.object({
  transcriptId: z.string(),
  fromMs: z.number().int().nonnegative(),
  toMs: z.number().int().positive(),
  /** Without what is cut between them. */
  cut: z.boolean(),
})

/** A clip of a recording: a film, or its sound alone. */
export const ClipSettings = ClipPart.extend({
  request: z.string().min(1).max(100),
  choices: ClipChoices,
  /** Null: a film (MP4). */
  sound: z.enum(soundFileIds).nullable(),
  fileName: z.string().min(1).max(500),
  /** As of a film. */
  path: z.string().nullable(),
})
export type ClipSettings = z.infer<typeof ClipSettings>

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
  /** A color for each speaker. */
  speakerColors: z.boolean().default(false),
  /** Only what is kept of the recording, of which something was cut; default: all of it, or its part. */
  cut: z.boolean().default(false),
})
export type CaptionedVideoSettings = z.infer<typeof CaptionedVideoSettings>
