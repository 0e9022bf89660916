import type { CaptionNames } from '../captions/caption-names.ts'
import type { Cue } from '../captions/cues.ts'
import type { CaptionRules } from '../captions/caption-rules.ts'
import type { PictureSize } from '../captions/look/caption-look.ts'
import type { ProgramLanguage } from '../messages/messages.ts'
import type { FormatInput } from './format-input.ts'
import type { CueDetail, OutputChoices, OutputOptions } from './output-options.ts'
import type { BlockPlaceholder } from './minutes/minutes-template.ts'
import type { MeetingFacts } from '../moments/moment.ts'
import type { RecordingFacts, TranscriptDocument } from '../transcript/document.ts'
import type { JsonObject } from '../transcript/json-value.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'

export type { JsonObject, JsonValue } from '../transcript/json-value.ts'

/**
 * A document with those fields of a `.parolo.json` that this program does not recognize, so that they are written
 * back. Keys identify their place: `document`, `recording`, `run`, `settings`, `model:<role>:<id>`, `speaker:<id>`,
 * `turn:<speaker>:<start>:<end>`, `paragraph:<id>`, `word:<id>`, `mark:<id>`, `moment:<id>`, `captionRules`,
 * `captionTiming`; fields of an item that no longer exists are dropped.
 */
export interface DocumentWithExtras extends TranscriptDocument {
  readonly recording: RecordingFacts & MeetingFacts
  readonly extra?: Readonly<Record<string, JsonObject>>
  /** The part of the recording that is kept, outside of which there is nothing; omitted: all of it. */
  readonly part?: TimeSpan
  /** The whole recording's length in ms, of a document of the cut alone; omitted: it is of the whole. */
  readonly cutOfMs?: number
  /** Delay that was added to all times (`shifted-document.ts`), in ms; omitted: none. */
  readonly offsetMs?: number
  /**
   * Times to silence because words are redacted, so that exported sound does not contain them; omitted: none.
   */
  readonly silences?: readonly TimeSpan[]
  /**
   * What captions are cut from in a document whose times were moved: with other times of words, they would be other
   * captions. Omitted: the transcript.
   */
  readonly captionsFrom?: CaptionSource
  /** Number of moments omitted because their time is redacted, by kind; omitted: none. */
  readonly redactedMoments?: Readonly<Record<string, number>>
  /**
   * For each own wording ('') and translation (its language) that is redacted as a whole, as it is unknown which of its
   * words are; omitted: none.
   */
  readonly unplacedRedactions?: readonly string[]
  /** Where in the library it is from, which documents carry that can come back corrected; omitted: unknown. */
  readonly origin?: DocumentOrigin
}

export interface DocumentOrigin {
  readonly transcriptId: string
  /** Number of its newest edit. */
  readonly editNumber: number
}

/** Words and marks with other times than in the document, the frames then, and when captions show them. */
export interface CaptionSource extends Pick<Transcript, 'paragraphs' | 'marks' | 'frames' | 'captionTiming'> {
  readonly part?: TimeSpan
  readonly durationMs: number
}

/** An error in a file that a reader corrected in order to continue. */
export interface Correction {
  readonly code: CorrectionCode
  /** Line of the text, from 1; null when it concerns the whole file. */
  readonly line: number | null
  /** The original text, or the path of a value; for the detail of a message. */
  readonly detail: string
}

export type CorrectionCode =
  | 'byte-order-mark'
  | 'encoding'
  | 'missing-header'
  | 'missing-number'
  | 'missing-blank-line'
  | 'blank-line-in-text'
  | 'time-notation'
  | 'time-unreadable'
  | 'text-without-time'
  | 'settings-dropped'
  | 'tags-dropped'
  | 'word-times-dropped'
  | 'empty-cue'
  | 'end-not-after-start'
  | 'order'
  | 'default-filled'
  | 'time-rounded'
  | 'speaker-added'
  | 'names-in-text'
  | 'mark-dropped'
  | 'former-words-dropped'
  | 'xml-error'
  | 'number-unreadable'
  | 'end-missing'
  | 'start-missing'
  | 'content-dropped'
  | 'time-offset'
  | 'frame-rate-missing'

/** Content of the document that the format cannot represent. */
export interface Loss {
  readonly code: LossCode
  /** How many words, turns, characters, … are affected. */
  readonly count: number
}

export type LossCode =
  | 'word-times'
  | 'confidence'
  | 'comments'
  | 'marks'
  | 'moments'
  | 'chapters'
  | 'translations'
  | 'untranslated'
  | 'unplaced-translations'
  | 'unplaced-redactions'
  | 'caption-styles'
  | 'speaker-turns'
  | 'words'
  | 'empty-turns'
  | 'markup-replaced'
  | 'speaker-names'
  | 'unnamed-speakers'
  | 'unknown-speakers'
  | 'speakers'
  | 'line-breaks'
  | 'characters'
  | 'time-precision'
  | 'frame-rate'
  | 'overlaps'
  | 'sound-missing'
  | 'sound-deleted'
  | 'sound-too-long'
  | 'sound-unreadable'
  | 'cut-heard'
  | 'cut-partly'
  | 'cut-moments'
  | 'cut-chapters'
  | 'cut-page'

export interface ReadResult {
  /** False if the words of the text have no times: each is 0. Omitted otherwise. */
  readonly hasTimes?: boolean
  readonly document: DocumentWithExtras
  readonly corrections: readonly Correction[]
}

export interface WriteOptions {
  /** Label for a speaker without a name, by number from 1, in the person's language. */
  readonly speakerLabel: (number: number) => string
  /** Rules for captions; defaults to the transcript's. */
  readonly rules?: CaptionRules
  /** Captions to write instead of those made by the document's marks and rules. */
  readonly cues?: readonly Cue[]
  /** The output's name without its extension; defaults to the recording's file name. */
  readonly name?: string
  /** Speaker names in readable formats; defaults to true. */
  readonly speakerNames?: boolean
  /** Speaker names in the text of captions, in every caption format; defaults to the transcript's caption rules, else to never. */
  readonly captionNames?: CaptionNames
  /** The time of each paragraph in readable formats; defaults to true. */
  readonly times?: boolean
  /** Frames per second, for formats that count in frames; 25 if unknown. */
  readonly frameRate?: number
  /** Whether frame numbers are dropped at a rate that allows it; defaults to the convention for the rate. */
  readonly dropFrame?: boolean
  /** Timecode of the recording's first frame, `10:00:00:00`; defaults to 0. */
  readonly startTimecode?: string
  /** In pixels, for captions that are drawn into it; omitted for files, which do not know it. */
  readonly picture?: PictureSize
  /** What captions contain besides text and times; default: positions only. */
  readonly details?: Pick<OutputOptions, CueDetail>
  /**
   * For minutes; default: the template of the transcript's language, without date and without the whole text.
   */
  readonly minutes?: MinutesOptions
  /** The recording as seen from the output's folder: a relative path with `/`. */
  readonly media?: string
  /** Absolute address of the published sound, which a page tries before `media`. */
  readonly soundAddress?: string
  /** How the transcript was made, line by line, for formats that can contain it as a note. */
  readonly sheetLines?: readonly string[]
  /**
   * Media type of the sound embedded in a page; the code that saves the page inserts it
   * (`html/page-sound.ts`).
   */
  readonly soundType?: string
}

export interface MinutesOptions {
  /** In the form of `minutes-template.ts`; empty: that of the transcript's language. */
  readonly template: string
  /** Whether the whole text is appended. */
  readonly wholeText: boolean
  /** Recording date, printed unless a person typed a date; empty if unknown. */
  readonly date: string
  /** Sections that are omitted although the template has them. */
  readonly without?: readonly BlockPlaceholder[]
}

export interface WriteResult {
  /** UTF-8 without a byte order mark, LF, and a line end at the end unless empty. */
  readonly text: string
  readonly losses: readonly Loss[]
}

export interface WrittenBytes {
  readonly bytes: Uint8Array
  readonly losses: readonly Loss[]
}

/** Which of a person's export options affect a format. */
export interface FormatChoices {
  /** Speaker names. */
  readonly names: boolean
  /** The time of each paragraph. */
  readonly times: boolean
  /** A first page with title, date and speaking time. */
  readonly firstPage: boolean
  /** For captions laid out by rules: whether names can be part of their text; null for other formats. */
  readonly captions: 'with-names' | 'without-names' | null
  /** Whether it is made from the template of minutes, optionally with the whole text. */
  readonly minutes?: true
  /** Whether chapters are headings in it. */
  readonly chapters?: true
}

/** Texts to read; captions; minutes; tables, data and projects for other programs. */
export type FormatGroup = 'documents' | 'captions' | 'minutes' | 'programs'

/**
 * One file format: everything that lists, help and schemas show about it. Each has its own file and an entry
 * in `formats.ts`.
 */
export interface Format {
  readonly id: string
  /** In the languages of the user interface. */
  readonly label: Readonly<Record<ProgramLanguage, string>>
  /** What the format is used for. */
  readonly purpose: Readonly<Record<ProgramLanguage, string>>
  /** Including the dot, e.g. `.srt`. */
  readonly extension: string
  readonly mediaType: string
  readonly choices: FormatChoices
  /** Its file options. */
  readonly output: OutputChoices
  /** Where lists show it. */
  readonly group: FormatGroup
  /** How its files are opened, by `read` or `readBytes`; null for a format that is only written. */
  readonly input: FormatInput | null
  /** Tolerant, reporting each correction; throws UnreadableText when nothing can be read. */
  readonly read?: (text: string) => ReadResult
  /** Omitted for a binary format. */
  readonly write?: (document: DocumentWithExtras, options: WriteOptions) => WriteResult
  /**
   * Like `read` and `write`, for a binary format; omitted for one that `studio` writes with a Node library.
   */
  readonly readBytes?: (bytes: Uint8Array) => ReadResult
  readonly writeBytes?: (document: DocumentWithExtras, options: WriteOptions) => WrittenBytes
}

/** A format whose id is known to the type. */
export type FormatOf<Id extends string> = Format & { readonly id: Id }
