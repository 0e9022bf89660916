import { z } from 'zod'
import { captionedVideoIds } from '#core/formats/captioned-videos'
import type { MinutesBlock } from '#core/formats/minutes/minutes-blocks'
import { blockPlaceholders, LONGEST_TEMPLATE } from '#core/formats/minutes/minutes-template'
import { formatIds } from '#core/formats/formats'
import { CaptionedVideoSettings, CaptionNames, OutputOptions } from '../settings.ts'
import type { CallGroup } from './call.ts'

export const ExportFormat = z.enum(formatIds)
export type ExportFormat = z.infer<typeof ExportFormat>

/** Contents of the file, where a format has options. */
export const ExportOptions = z
  .object({
    speakerNames: z.boolean().default(true),
    /** Names in the text of SRT captions, where the transcript's caption rules do not say. */
    captionNames: CaptionNames.default('never'),
    /** The time of each paragraph. */
    times: z.boolean().default(true),
    /** A separate first page with title, date, length and speaking time, in DOCX and PDF. */
    firstPage: z.boolean().default(false),
    /** A language of the transcript's translations (BCP 47), written instead of its text; null for none. */
    translation: z.string().max(35).nullable().default(null),
    /** Minutes: the whole text after the rest. */
    wholeText: z.boolean().default(false),
    /** Minutes: their form; by default the person's (`Preferences.minutesTemplate`). */
    minutesTemplate: z.string().max(LONGEST_TEMPLATE).optional(),
    /** Minutes: sections that are left out. */
    minutesWithout: z.array(z.enum(blockPlaceholders)).optional(),
  })
  .extend(OutputOptions.shape)
export type ExportOptions = z.infer<typeof ExportOptions>

type WholeText = Extract<MinutesBlock, { readonly kind: 'text' }>

/** A part of minutes, as they are shown; of the text without its single words. */
export type ShownMinutesBlock =
  | Exclude<MinutesBlock, WholeText>
  | (Omit<WholeText, 'blocks'> & { readonly blocks: readonly Omit<WholeText['blocks'][number], 'words'>[] })

/** What a film with captions is made of. */
export const FilmRequest = z.object({
  transcriptId: z.string(),
  film: z.enum(captionedVideoIds),
  /** Suggested, or of the download. */
  fileName: z.string().min(1).max(300),
  options: ExportOptions.pick({ captionNames: true, offsetMs: true, translation: true, captionBox: true })
    .extend({ allLanguages: CaptionedVideoSettings.shape.allLanguages })
    .partial(),
})
export type FilmRequest = z.infer<typeof FilmRequest>

/** The job that makes it, and codecs of the film's streams that it has no place for. */
export const StartedFilm = z.object({ jobId: z.string(), leftOut: z.array(z.string()) })

export const exportCalls = {
  /** The file as bytes, with a name that is valid on every system. */
  make: {
    in: z.object({
      transcriptId: z.string(),
      format: ExportFormat,
      options: ExportOptions.partial(),
      /** Only the preview and what is known of the file, if it would carry its sound: there are no bytes then. */
      soundLater: z.boolean().optional(),
    }),
    out: z.object({
      fileName: z.string(),
      mediaType: z.string(),
      base64: z.string(),
      /** Text to show before it is saved; null for a binary format, but for minutes, which are shown as Markdown. */
      preview: z.string().nullable(),
      /** False if the file goes on after its preview. */
      isPreviewWhole: z.boolean(),
      losses: z.array(z.object({ code: z.string(), count: z.number() })),
      /** What the recording's sound takes up in a page, or would, about; omitted for none, and where nobody asked. */
      sound: z.object({ bytes: z.number() }).optional(),
    }),
  },
  /** Minutes as they are shown and printed, in the person's form. */
  minutes: {
    in: z.object({
      transcriptId: z.string(),
      wholeText: z.boolean(),
      without: z.array(z.enum(blockPlaceholders)),
    }),
    out: z.object({
      /** Language of the text. */
      language: z.string(),
      blocks: z.json() as unknown as z.ZodType<readonly ShownMinutesBlock[]>,
    }),
  },
  /**
   * What belongs beside an episode, as `parolo publish` writes it: by default of the recording's current transcript.
   * Faults `recording.unknown`, `recording.no-transcript`.
   */
  publish: {
    in: z.object({ recordingId: z.string(), transcriptId: z.string().optional() }),
    out: z.object({
      /** Suggested beginning of the files' names. */
      stem: z.string(),
      language: z.string(),
      /** Name of the sound's file, which the page expects beside it; null for a text without sound. */
      media: z.string().nullable(),
      files: z.array(
        z.object({
          kind: z.enum(['srt', 'vtt', 'podcast', 'html', 'chapters']),
          mediaType: z.string(),
          base64: z.string(),
        }),
      ),
      /** What the files leave out and the sound still holds. */
      leftInSound: z.enum(['redacted', 'cut']).nullable(),
    }),
  },
  /** The languages of each transcript's translations, in the order asked. */
  languages: {
    in: z.object({ transcriptIds: z.array(z.string()).max(1_000) }),
    out: z.array(z.array(z.string())),
  },
  /**
   * Starts a job that makes a film with captions and keeps it until it is downloaded, for a day at most. A window saves
   * films where the person chooses instead, by a request of its own (`save-film`).
   */
  film: { in: FilmRequest, out: StartedFilm },
  /** The films of a recording that wait to be downloaded. */
  films: {
    in: z.object({ recordingId: z.string() }),
    out: z.array(z.object({ jobId: z.string(), fileName: z.string(), bytes: z.number() })),
  },
  /** Deletes a film that was kept for download. */
  dropFilm: { in: z.object({ jobId: z.string() }), out: z.object({}) },
} as const satisfies CallGroup
