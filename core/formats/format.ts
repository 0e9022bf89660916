import type { CaptionNames } from '../captions/caption-names.ts'
import type { CaptionRules } from '../captions/rules.ts'
import type { ProgramLanguage } from '../messages/messages.ts'
import type { TranscriptDocument } from '../transcript/document.ts'

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/**
 * A document with what a `.parolo.json` held that this program does not know, so that the next write gives
 * it back. Keys say where it stood: `document`, `recording`, `run`, `settings`, `model:<role>:<id>`,
 * `speaker:<id>`, `turn:<speaker>:<start>:<end>`, `paragraph:<id>`, `word:<id>`, `mark:<id>`; what belongs to
 * something that has gone since goes with it.
 */
export interface DocumentWithExtras extends TranscriptDocument {
  readonly extra?: Readonly<Record<string, JsonObject>>
}

/** Something a reader put right in order to read on. */
export interface Correction {
  readonly code: CorrectionCode
  /** Line of the text, from 1; null where it concerns the whole. */
  readonly line: number | null
  /** What stood there, or the path of a value; for the detail of a message. */
  readonly detail: string
}

export type CorrectionCode =
  | 'byte-order-mark'
  | 'missing-header'
  | 'missing-number'
  | 'missing-blank-line'
  | 'blank-line-in-text'
  | 'time-notation'
  | 'time-unreadable'
  | 'text-without-time'
  | 'settings-dropped'
  | 'tags-dropped'
  | 'empty-cue'
  | 'end-not-after-start'
  | 'order'
  | 'default-filled'
  | 'time-rounded'
  | 'speaker-added'
  | 'mark-dropped'
  | 'former-words-dropped'

/** Something of the document that the format cannot hold. */
export interface Loss {
  readonly code: LossCode
  /** How many words, turns, characters, … it concerns. */
  readonly count: number
}

export type LossCode =
  | 'word-times'
  | 'confidence'
  | 'marks'
  | 'speaker-turns'
  | 'words'
  | 'notes'
  | 'empty-turns'
  | 'markup-replaced'

export interface ReadResult {
  readonly document: DocumentWithExtras
  readonly corrections: readonly Correction[]
}

export interface WriteOptions {
  /** What a speaker without a name is called, by number from 1, in the person's language. */
  readonly speakerLabel: (number: number) => string
  /** Rules for captions; the language's preset where not given. */
  readonly rules?: CaptionRules
  /** The output's name without its extension; the recording's file name where not given. */
  readonly name?: string
  /** Who speaks, in formats to be read; true where not given. */
  readonly speakerNames?: boolean
  /** Who speaks, in the text of SRT captions; never where not given. */
  readonly captionNames?: CaptionNames
  /** The time of each paragraph, in formats to be read; true where not given. */
  readonly times?: boolean
}

export interface WriteResult {
  /** UTF-8 without a byte order mark, LF, and a line end at the end unless empty. */
  readonly text: string
  readonly losses: readonly Loss[]
}

/** Which choices of a person change a format's file. */
export interface FormatChoices {
  /** Who speaks. */
  readonly names: boolean
  /** The time of each paragraph. */
  readonly times: boolean
  /** A first page with title, date and speaking time. */
  readonly firstPage: boolean
  /** Captions: laid out by rules, with names in their text or without; null for a format of other things. */
  readonly captions: 'with-names' | 'without-names' | null
}

/** A format is one file with all that lists, help and schemas say of it, and a line in `formats.ts`. */
export interface Format {
  readonly id: string
  /** In the program's languages. */
  readonly label: Readonly<Record<ProgramLanguage, string>>
  /** What it is good for. */
  readonly purpose: Readonly<Record<ProgramLanguage, string>>
  /** With its point, e.g. `.srt`. */
  readonly extension: string
  readonly mediaType: string
  readonly choices: FormatChoices
  /** Whether windows offer it; the command line offers all. */
  readonly isListed: boolean
  /** Tolerant, telling each correction; throws UnreadableText where there is nothing to read. */
  readonly read?: (text: string) => ReadResult
  /** Left out for a format that is no text: `studio/export` writes it. */
  readonly write?: (document: DocumentWithExtras, options: WriteOptions) => WriteResult
}

/** A format whose id the type knows. */
export type FormatOf<Id extends string> = Format & { readonly id: Id }
