import { z } from 'zod'
import type { MinutesBlock } from '#core/formats/minutes/minutes-blocks'
import { blockPlaceholders } from '#core/formats/minutes/minutes-template'
import { cutListIds } from '#core/cut/lists/cut-lists'
import type { ClipDrawing } from '#core/clips/clip-drawing'
import type { DescriptionMisfit } from '#core/podcasts/description-lines'
import { publishedKinds } from '#core/podcasts/published-name'
import { MAX_SHOW_NOTES } from '#core/podcasts/show-notes'
import { ClipChoices, ClipPart, OutputOptions } from '../settings.ts'
import { ReviewRequest } from '../review-page.ts'
import { ExportFormat, ExportOptions, MediaRequest, ofCut, soundOf } from '../export-requests.ts'
import type { CallGroup } from './call.ts'

type WholeText = Extract<MinutesBlock, { readonly kind: 'text' }>

/** One part of the minutes as displayed; text parts come without single words. */
export type ShownMinutesBlock =
  | Exclude<MinutesBlock, WholeText>
  | (Omit<WholeText, 'blocks'> & { readonly blocks: readonly Omit<WholeText['blocks'][number], 'words'>[] })

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
       * Approximate size of the recording's sound embedded in a page, of minutes of that around their items; omitted if
       * there is none or it was not requested.
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
      /** Approximate size of the sound around their items in an HTML file; omitted if there is none. */
      sound: z.object({ bytes: z.number() }).optional(),
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
      /** Only what is kept, or all. Default: what is kept, unless the feed has the sound already. */
      cut: z.boolean().optional(),
    }),
    out: z.object({
      transcriptId: z.string(),
      /** Suggested stem of the file names. */
      stem: z.string(),
      language: z.string(),
      /** Name of the sound file that the page expects next to it; null without sound, and of the cut until its sound is made. */
      media: z.string().nullable(),
      hasSound: z.boolean(),
      /** Name of the recording's file as it is. */
      fileName: z.string(),
      /** Address of the published sound, which the page tries before that file; null if there is none. */
      soundAddress: z.string().nullable(),
      files: z.array(
        z.object({
          kind: z.enum(publishedKinds),
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
      /** Something is cut. */
      hasCut: z.boolean(),
      /** The files are of the cut. */
      isCut: z.boolean(),
      notes: z.object({
        /** Markdown. */
        text: z.string(),
        /** A person edited them; else they are a draft. */
        isEdited: z.boolean(),
      }),
    }),
  },
  /**
   * Keeps an episode's notes as a person edited them (Markdown); null: back to drafts. `over`: the edited notes of which they
   * were made, null for a draft. Nothing is kept, and `other` is returned, if there are other notes than those by now that
   * `text` does not contain. Fault `recording.unknown`.
   */
  setShowNotes: {
    in: z.object({
      recordingId: z.string(),
      text: z.string().max(MAX_SHOW_NOTES).nullable(),
      over: z.string().max(MAX_SHOW_NOTES).nullable().optional(),
    }),
    out: z.object({ other: z.string().optional() }),
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
  /**
   * What a clip shows, as its film does. Faults `clip.span`, `cut.nothing`.
   */
  clip: {
    in: ClipPart.extend({ choices: ClipChoices }),
    out: z.object({
      drawing: z.json() as unknown as z.ZodType<ClipDrawing>,
      /** What of the recording it is: times of the recording, one after another. */
      spans: z.array(z.object({ startMs: z.number(), endMs: z.number() })),
      /** What is said, to be copied, with speaker, title and time; empty if nothing is. */
      quote: z.string(),
    }),
  },
  /** Pictures that clips of a transcript's recording can have besides a wave. */
  clipPictures: {
    in: z.object({ transcriptId: z.string() }),
    out: z.object({
      hasVideo: z.boolean(),
      /** A data address; null: it has none. */
      cover: z.string().nullable(),
      /** A part of the recording was cut. */
      hasCut: z.boolean(),
      /** The recording's, with placeholders for redacted words: clips are named after it. */
      title: z.string(),
    }),
  },
  /** The sound of which files are made. Faults: `media.moved`, `sound.deleted`, those of reading it. */
  sound: {
    in: z.object({ ...soundOf, cut: ofCut }),
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
  /** What a review page can have: bytes of its file with each choice of sound, and why it has no sound. */
  review: {
    in: ReviewRequest.pick({ transcriptId: true, speakerId: true }),
    out: z.object({
      places: z.number().int(),
      words: z.number().int(),
      /** Null: too long for a page. */
      bytes: z.object({ all: z.number().nullable(), places: z.number().nullable(), none: z.number() }),
      /** Seconds of sound. */
      seconds: z.object({ all: z.number(), places: z.number() }),
      /** Why there is no sound; null: there is. */
      lost: z.enum(['none', 'media.moved', 'sound.deleted']).nullable(),
      fileName: z.string(),
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
    out: z.array(
      z.object({
        jobId: z.string(),
        fileName: z.string(),
        bytes: z.number(),
        /** Words or a voice were redacted after it was made: it still has them. */
        isRedactedSince: z.literal(true).optional(),
      }),
    ),
  },
  /** Deletes a film or sound kept for download. */
  dropFilm: { in: z.object({ jobId: z.string() }), out: z.object({}) },
} as const satisfies CallGroup
