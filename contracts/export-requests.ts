import { z } from 'zod'
import { captionedVideoIds } from '#core/formats/edit-lists/captioned-videos'
import { blockPlaceholders, MAX_TEMPLATE_LENGTH } from '#core/formats/minutes/minutes-template'
import { formatIds } from '#core/formats/formats'
import { soundFileIds } from '#core/formats/sounds/sound-files'
import {
  CaptionedVideoSettings,
  CaptionNames,
  ClipChoices,
  ClipPart,
  OutputOptions,
  SoundChoices,
} from './settings.ts'
import { ReviewRequest } from './review-page.ts'

export const ExportFormat = z.enum(formatIds)
export type ExportFormat = z.infer<typeof ExportFormat>

/** Only what is kept of the recording, in its own time; else the whole recording. */
export const ofCut = z.boolean().exactOptional()

/** Contents of the file, for formats that have options. */
export const ExportOptions = z
  .object({
    speakerNames: z.boolean().default(true),
    /** Speaker names in the text of SRT captions, used if the transcript's caption rules do not set it. */
    captionNames: CaptionNames.default('never'),
    /** Whether each paragraph starts with its time. */
    times: z.boolean().default(true),
    /** DOCX and PDF: a separate first page with title, date, length and speaking time. */
    firstPage: z.boolean().default(false),
    /**
     * Language of the translation to write instead of the transcript's own text (BCP 47); null for the text
     * itself.
     */
    translation: z.string().max(35).nullable().default(null),
    /** Minutes: append the whole text. */
    wholeText: z.boolean().default(false),
    /** Minutes: the template; defaults to `Preferences.minutesTemplate`. */
    minutesTemplate: z.string().max(MAX_TEMPLATE_LENGTH).optional(),
    /** Minutes: sections to leave out. */
    minutesWithout: z.array(z.enum(blockPlaceholders)).optional(),
  })
  .extend(OutputOptions.shape)
export type ExportOptions = z.infer<typeof ExportOptions>

/** What to export as a film with captions. */
export const FilmRequest = z.object({
  transcriptId: z.string(),
  film: z.enum(captionedVideoIds),
  /** Suggested file name, or the name of the download. */
  fileName: z.string().min(1).max(300),
  options: ExportOptions.pick({
    captionNames: true,
    offsetMs: true,
    translation: true,
    captionBox: true,
    speakerColors: true,
  })
    .extend({
      allLanguages: CaptionedVideoSettings.shape.allLanguages,
      /** Only what is kept, if something is cut; default: all of the recording, or its part. */
      cut: CaptionedVideoSettings.shape.cut,
    })
    .partial(),
})
export type FilmRequest = z.infer<typeof FilmRequest>

/** Whose sound: that of a transcript as it is kept; `transcriptId` null: of a recording that has none. */
export const soundOf = { transcriptId: z.string().nullable(), recordingId: z.string().exactOptional() }

/** What to export as a file of sound. */
export const SoundRequest = z.object({
  ...soundOf,
  sound: z.enum(soundFileIds),
  /** Suggested file name, or the name of the download. */
  fileName: z.string().min(1).max(300),
  choices: SoundChoices,
  cut: ofCut,
  /** In a REFI-QDA project with the text (MP3); default: the sound alone. */
  inProject: z.boolean().exactOptional(),
})
export type SoundRequest = z.infer<typeof SoundRequest>

/** What to export as a clip. */
export const ClipRequest = ClipPart.extend({
  clip: ClipChoices,
  /** Its sound alone; null: a film. */
  clipSound: z.enum(soundFileIds).nullable(),
  fileName: z.string().min(1).max(300),
})
export type ClipRequest = z.infer<typeof ClipRequest>

/** A film, a file of sound, a review page or a clip, which a job makes. */
export const MediaRequest = z.union([FilmRequest, SoundRequest, ReviewRequest, ClipRequest])
export type MediaRequest = z.infer<typeof MediaRequest>
