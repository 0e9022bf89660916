import { z } from 'zod'
import { captionedVideoIds } from '#core/formats/edit-lists/captioned-videos'
import type { MinutesBlock } from '#core/formats/minutes/minutes-blocks'
import { blockPlaceholders, MAX_TEMPLATE_LENGTH } from '#core/formats/minutes/minutes-template'
import { cutListIds } from '#core/cut/lists/cut-lists'
import { formatIds } from '#core/formats/formats'
import type { DescriptionMisfit } from '#core/podcasts/description-lines'
import { soundFileIds } from '#core/formats/sounds/sound-files'
import { CaptionedVideoSettings, CaptionNames, OutputOptions, SoundChoices } from '../settings.ts'
import type { CallGroup } from './call.ts'

export const ExportFormat = z.enum(formatIds)
export type ExportFormat = z.infer<typeof ExportFormat>

/** Only what is kept of the recording, in its own time; else the whole recording. */
const ofCut = z.boolean().exactOptional()

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

type WholeText = Extract<MinutesBlock, { readonly kind: 'text' }>

/** One part of the minutes as displayed; text parts come without single words. */
export type ShownMinutesBlock =
  | Exclude<MinutesBlock, WholeText>
  | (Omit<WholeText, 'blocks'> & { readonly blocks: readonly Omit<WholeText['blocks'][number], 'words'>[] })

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

/** What to export as a file of sound. */
export const SoundRequest = z.object({
  transcriptId: z.string(),
  sound: z.enum(soundFileIds),
  /** Suggested file name, or the name of the download. */
  fileName: z.string().min(1).max(300),
  choices: SoundChoices,
  cut: ofCut,
})
export type SoundRequest = z.infer<typeof SoundRequest>

/** A film or a file of sound, which a job makes. */
export const MediaRequest = z.union([FilmRequest, SoundRequest])
export type MediaRequest = z.infer<typeof MediaRequest>

const loudness = z.object({ integrated: z.number(), truePeak: z.number() })

/** The job that makes the film, and the codecs of streams that its container cannot hold. */
export const StartedFilm = z.object({ jobId: z.string(), leftOut: z.array(z.string()) })

export const exportCalls = {
  /** The file as bytes, with a name that is valid on every system. */
  make: {
    in: z.object({
      transcriptId: z.string(),
      format: ExportFormat,
      options: ExportOptions.partial(),
      /** Without effect on a `.parolo.json`, which is always whole. */
      cut: ofCut,
      /** For a file that would embed its sound: return only the preview and the facts, no bytes. */
      soundLater: z.boolean().optional(),
      /** For a format that is for paper (Word, PDF): also return how it begins there. */
      withPaper: z.boolean().optional(),
    }),
    out: z.object({
      fileName: z.string(),
      mediaType: z.string(),
      base64: z.string(),
      /**
       * Text to show before saving; null for binary formats, except that minutes are previewed as Markdown.
       */
      preview: z.string().nullable(),
      /** False if the file is longer than its preview. */
      isPreviewWhole: z.boolean(),
      losses: z.array(z.object({ code: z.string(), count: z.number() })),
      /** An HTML page of white sheets without scripts; page breaks are estimated. `isWhole`: false if the file is longer. */
      paper: z.object({ html: z.string(), isWhole: z.boolean() }).optional(),
      /**
       * Approximate size of the recording's sound embedded in a page; omitted if there is none or it was not
       * requested.
       */
      sound: z.object({ bytes: z.number() }).optional(),
      /** Of a file of the cut: its words and captions; captions are omitted for other formats. */
      cut: z
        .object({
          words: z.number().int(),
          /** How many break rules; of a translation unknown. */
          captions: z.object({ count: z.number().int(), broken: z.number().int().nullable() }).optional(),
        })
        .optional(),
    }),
  },
  /** A list of what is kept of a recording. Fault `cut.nothing`. */
  cutList: {
    in: z.object({
      transcriptId: z.string(),
      list: z.enum(cutListIds),
      /** Without a video, for lists that count frames; null: 25. */
      frameRate: OutputOptions.shape.frameRate,
      dropFrame: OutputOptions.shape.dropFrame,
    }),
    out: z.object({
      /** Several if an EDL has more events than one file can hold. */
      files: z.array(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })).min(1),
      /** Its beginning. */
      preview: z.string(),
      isPreviewWhole: z.boolean(),
      clips: z.number().int(),
      /** Whether it counts frames that no video has. */
      countsFrames: z.boolean(),
      /** Whether words are redacted, which the recording's file contains. */
      isRedacted: z.boolean(),
    }),
  },
  /** Which transcripts' recordings have something cut, in the order of the request; trim alone does not count. */
  haveCuts: {
    in: z.object({ transcriptIds: z.array(z.string()).max(1_000) }),
    out: z.array(z.boolean()),
  },
  /** Minutes as displayed and printed, in the person's template. */
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
   * The files to publish with an episode, as `parolo publish` writes them; defaults to the recording's
   * current transcript. Faults: `recording.unknown`, `recording.no-transcript`.
   */
  publish: {
    in: z.object({
      recordingId: z.string(),
      transcriptId: z.string().optional(),
      /** Address of the published sound; empty: none. Default: the one in the feed. */
      soundAddress: z.string().max(4_000).optional(),
      /** Name of a new file of the sound, which lies next to the page; times are its times then. */
      soundName: z.string().min(1).max(300).optional(),
    }),
    out: z.object({
      transcriptId: z.string(),
      /** Suggested stem of the file names. */
      stem: z.string(),
      language: z.string(),
      /** Name of the sound file that the page expects next to it; null for a text without sound. */
      media: z.string().nullable(),
      /** Name of the recording's file as it is. */
      fileName: z.string(),
      /** Address of the published sound, which the page tries before that file; null if there is none. */
      soundAddress: z.string().nullable(),
      files: z.array(
        z.object({
          kind: z.enum(['srt', 'vtt', 'podcast', 'html', 'chapters']),
          mediaType: z.string(),
          base64: z.string(),
        }),
      ),
      /** The sound for the feed's lines; null for a text without sound. */
      sound: z
        .object({
          name: z.string(),
          /** Null for a new file, whose job knows it. */
          bytes: z.number().nullable(),
          /** Media type; null if unknown. */
          type: z.string().nullable(),
          /** 0 if unknown. */
          durationMs: z.number(),
        })
        .nullable(),
      /** The feed has a line of this sound. */
      isInFeed: z.boolean(),
      /** The chapters as lines for the description of a video, and why a site would make no chapters of them. */
      description: z.object({
        text: z.string(),
        misfits: z.json() as unknown as z.ZodType<readonly DescriptionMisfit[]>,
      }),
      /** What the files leave out but the sound still contains. */
      leftInSound: z.enum(['redacted', 'cut']).nullable(),
      /** Captions are shown at other times than their words are said, and the sound is not moved. */
      captionsMoved: z.boolean(),
      /** Something is cut: the files have it, as the sound does. */
      hasCut: z.boolean(),
    }),
  },
  /** The languages of each transcript's translations, in the order of the request. */
  languages: {
    in: z.object({ transcriptIds: z.array(z.string()).max(1_000) }),
    out: z.array(z.array(z.string())),
  },
  /**
   * Starts a job that makes a film with captions, or a file of sound, and keeps it until it is downloaded, for at most a
   * day. A window instead saves it where the person chooses, with its own request (`save-film`).
   */
  film: { in: MediaRequest, out: StartedFilm },
  /** A transcript's sound, of which files are made. Faults: `media.moved`, `sound.deleted`, those of reading it. */
  sound: {
    in: z.object({ transcriptId: z.string(), cut: ofCut }),
    out: z.object({
      /** Of what is kept. */
      seconds: z.number(),
      channels: z.number().int(),
      /** Hz. */
      sampleRate: z.number(),
      /** Of a sample in a file that loses nothing. */
      bits: z.number().int(),
      chapters: z.number().int(),
      hasCover: z.boolean(),
    }),
  },
  /** How loud the file of a finished job became; null if no loudness was asked for, or it is no longer known. */
  loudness: {
    in: z.object({ jobId: z.string() }),
    out: z
      .object({ was: loudness.pick({ integrated: true }).nullable(), reached: loudness.nullable() })
      .nullable(),
  },
  /** The file of sound that a job made; null if it has not finished, or the file is not there. */
  madeSound: {
    in: z.object({ jobId: z.string() }),
    out: z.object({ fileName: z.string(), bytes: z.number() }).nullable(),
  },
  /** A recording's films and files of sound that are ready to download. */
  films: {
    in: z.object({ recordingId: z.string() }),
    out: z.array(z.object({ jobId: z.string(), fileName: z.string(), bytes: z.number() })),
  },
  /** Deletes a film or sound kept for download. */
  dropFilm: { in: z.object({ jobId: z.string() }), out: z.object({}) },
} as const satisfies CallGroup
