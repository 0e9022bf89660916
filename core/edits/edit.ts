import type { StoredFillers } from '../transcript/filler-choice.ts'
import type { StoredNumbers } from '../transcript/number-choice.ts'
import type { TimingChange } from '../transcript/caption-timing.ts'
import type { TimeMap } from '../transcript/time-map.ts'
import type {
  CaptionSettings,
  CaptionTiming,
  Mark,
  Paragraph,
  Speaker,
  SpeakerSegment,
  Word,
} from '../transcript/transcript.ts'

/**
 * Every change that a person can make to a transcript. An edit is data: plain JSON with an `id` chosen by the caller,
 * unique in the transcript. The words, paragraphs and speakers it creates get ids `<id>.<n>`, so that page and
 * studio, applying the same edit, produce the same bytes. All times are whole milliseconds.
 */
export type Edit =
  | ReplaceTextEdit
  | SplitParagraphEdit
  | MergeParagraphsEdit
  | AssignSpeakerEdit
  | MergeSpeakersEdit
  | RenameSpeakerEdit
  | RedactSpeakerEdit
  | AddSpeakerEdit
  | CountSpeakersEdit
  | RetimeWordEdit
  | InsertSoundEdit
  | DeleteParagraphEdit
  | InsertParagraphsEdit
  | DeleteParagraphsEdit
  | SetMarkEdit
  | RemoveMarkEdit
  | SetCaptionRulesEdit
  | SetFillersEdit
  | SetNumbersEdit
  | SetCaptionTimingEdit
  | RetimeTranscriptEdit
  | RestoreEdit

export type EditKind = Edit['kind']

/** Replaces a paragraph's whole text. Whitespace alone removes the paragraph. */
export interface ReplaceTextEdit {
  readonly kind: 'replace-text'
  readonly id: string
  readonly paragraphId: string
  readonly text: string
  /** What the text was changed from; without it the edit cannot be carried over to a newer state. */
  readonly base?: TextBase
  readonly fromRedacted?: PastedRedactions
}

/** Texts within an insertion that were cut from redacted words: the words that contain them are redacted. */
export type PastedRedactions = readonly string[]

/** `redacted`: the word was redacted when the edit was made. */
export interface BaseWord extends Pick<Word, 'id' | 'before' | 'text'> {
  readonly redacted?: true
}

/** The run of words that a text edit changes, as they were when the edit was made. */
export interface TextBase {
  /** The word before the run, null at the paragraph's start. */
  readonly afterWordId: string | null
  readonly words: readonly BaseWord[]
  /** The word after the run, null at the paragraph's end. */
  readonly beforeWordId: string | null
  /** The new text of the run. */
  readonly text: string
  /** Where the new text begins in the paragraph's new text (UTF-16 units); missing in older edits. */
  readonly at?: number
  /** Start of the run, to find the nearest place when none of its words and neighbors exists. */
  readonly startMs: number
  readonly endMs: number
}

/**
 * A new paragraph starts at `offset` (UTF-16 units into the word's `text`). 0 is before the word, its length after
 * it; anything between cuts the word in two. Whitespace at the cut is removed.
 */
export interface SplitParagraphEdit {
  readonly kind: 'split-paragraph'
  readonly id: string
  readonly wordId: string
  readonly offset: number
}

/** The second paragraph is joined to the one right before it and takes its speaker. */
export interface MergeParagraphsEdit {
  readonly kind: 'merge-paragraphs'
  readonly id: string
  readonly firstParagraphId: string
  readonly secondParagraphId: string
}

/** The time of an edit's words when it was made, to find the nearest words when they no longer exist. */
export interface NearTime {
  readonly startMs: number
  readonly endMs: number
}

export type AssignTarget =
  | { readonly paragraphId: string }
  | { readonly fromWordId: string; readonly toWordId: string; readonly near?: NearTime }

/** Assigns a paragraph, or a range of words (both ends included), to `speakerId`; null: unknown speaker. */
export interface AssignSpeakerEdit {
  readonly kind: 'assign-speaker'
  readonly id: string
  readonly target: AssignTarget
  readonly speakerId: string | null
}

/** Merges two speakers: everything by `fromSpeakerId` is assigned to `intoSpeakerId`. */
export interface MergeSpeakersEdit {
  readonly kind: 'merge-speakers'
  readonly id: string
  readonly fromSpeakerId: string
  readonly intoSpeakerId: string
}

export interface RenameSpeakerEdit {
  readonly kind: 'rename-speaker'
  readonly id: string
  readonly speakerId: string
  /** null, or whitespace alone: no name. */
  readonly name: string | null
}

/**
 * Whether all that a speaker says is redacted, including words assigned later; words keep their own
 * redactions.
 */
export interface RedactSpeakerEdit {
  readonly kind: 'redact-speaker'
  readonly id: string
  readonly speakerId: string
  readonly redacted: boolean
}

/** The new speaker's id is `<id>.0`. */
export interface AddSpeakerEdit {
  readonly kind: 'add-speaker'
  readonly id: string
  readonly name: string | null
  /** Index into the palette; defaults to the lowest free one. */
  readonly colour?: number
}

/** The result of counting the speakers again, computed by `core/speakers` from the stored pieces. */
export interface CountSpeakersEdit {
  readonly kind: 'count-speakers'
  readonly id: string
  readonly speakers: readonly Speaker[]
  readonly turns: readonly SpeakerSegment[]
  /** Paragraphs not listed keep their speaker if that id still exists; otherwise they have none. */
  readonly paragraphs: readonly CountedParagraph[]
}

export interface CountedParagraph {
  readonly paragraphId: string
  readonly speakerId: string | null
  /** Where another speaker begins inside the paragraph: a new paragraph starts at each. In order. */
  readonly changes?: readonly { readonly wordId: string; readonly speakerId: string | null }[]
  /** The preceding paragraph, which this one is joined to because both now have the same speaker. */
  readonly goesOnFrom?: string
}

/** Moves a word's edges, limited by the neighbors in its paragraph. */
export interface RetimeWordEdit {
  readonly kind: 'retime-word'
  readonly id: string
  readonly wordId: string
  readonly startMs: number
  readonly endMs: number
}

/** A paragraph for a sound (`[applause]`), a note or a caption, placed after the last paragraph that starts no later. */
export interface InsertSoundEdit {
  readonly kind: 'insert-sound'
  readonly id: string
  readonly paragraphKind: Paragraph['kind']
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly fromRedacted?: PastedRedactions
}

export interface DeleteParagraphEdit {
  readonly kind: 'delete-paragraph'
  readonly id: string
  readonly paragraphId: string
  /** Its former text: the paragraph is kept if somebody else has typed in it since. */
  readonly text?: string
}

/**
 * New whole paragraphs, as created by a paste: one for each text, in order, with the speaker, language and kind of
 * the paragraph they follow. The n-th gets the id `<id>.<n>`; so do their words, numbered across all of them.
 */
export interface InsertParagraphsEdit {
  readonly kind: 'insert-paragraphs'
  readonly id: string
  /** Null: at the start of the transcript, with the properties of its first paragraph. */
  readonly afterParagraphId: string | null
  /** None of them is whitespace alone. */
  readonly texts: readonly string[]
  /** Where the preceding paragraph ended, to find the nearest one when that no longer exists. */
  readonly nearMs: number
  readonly fromRedacted?: PastedRedactions
}

/** Deletes many paragraphs as one step of the log. */
export interface DeleteParagraphsEdit {
  readonly kind: 'delete-paragraphs'
  readonly id: string
  /** With the text of each: a paragraph is kept if somebody else has typed in it since. */
  readonly paragraphs: readonly { readonly paragraphId: string; readonly text: string }[]
}

/** Adds a mark, or changes the one with the same id. */
export interface SetMarkEdit {
  readonly kind: 'set-mark'
  readonly id: string
  readonly mark: Mark
  readonly near?: NearTime
}

export interface RemoveMarkEdit {
  readonly kind: 'remove-mark'
  readonly id: string
  readonly markId: string
  /** The kind of the mark, for the name of this step; missing in edits of older versions. */
  readonly markKind?: string
}

/** Sets the rules of the captions; null: the default ones. */
export interface SetCaptionRulesEdit {
  readonly kind: 'set-caption-rules'
  readonly id: string
  readonly rules: CaptionSettings | null
}

/** Whether fillers, stutters and false starts are hidden; null: shown. */
export interface SetFillersEdit {
  readonly kind: 'set-fillers'
  readonly id: string
  readonly fillers: StoredFillers | null
}

/** How numbers, dates, times and units are written; null: as spoken. */
export interface SetNumbersEdit {
  readonly kind: 'set-numbers'
  readonly id: string
  readonly numbers: StoredNumbers | null
}

/** When captions are shown, from the times of the words; null: when they are said. */
export interface SetCaptionTimingEdit {
  readonly kind: 'set-caption-timing'
  readonly id: string
  readonly timing: CaptionTiming | null
}

/**
 * Moves the words, turns and marks of a transcript that belongs to another cut of its film to where its captions are
 * shown, and from there by `move`. What would be before 0 or after the end is there.
 */
export interface RetimeTranscriptEdit {
  readonly kind: 'retime-transcript'
  readonly id: string
  readonly move: TimeMap
}

/**
 * A text edit as stored in the log: what it changed, without the rest of the paragraph. Logs of older
 * versions, and edits without a base, contain the whole text.
 */
export type LoggedTextEdit = Omit<ReplaceTextEdit, 'text'> & Partial<Pick<ReplaceTextEdit, 'text'>>
export type LoggedEdit = Exclude<Edit, ReplaceTextEdit> | LoggedTextEdit

/**
 * The inverse of any edit: restores what the edit removed or changed. It contains the words that the edit
 * changed in full and the others by id, so that what the engine has added since is kept.
 */
export interface RestoreEdit {
  readonly kind: 'restore'
  readonly id: string
  /** Runs of changed paragraphs in reading order; paragraphs between the runs are not listed. */
  readonly paragraphs: readonly RestoredParagraphs[]
  /** Runs of words that changed within otherwise unchanged paragraphs; missing in older logs. */
  readonly words?: readonly RestoredWords[]
  /** Paragraphs whose words stay and whose other properties are restored. */
  readonly heads: readonly ParagraphHead[]
  readonly speakers: ListPatch<Speaker> | null
  readonly turns: ListPatch<SpeakerSegment> | null
  readonly marks: ListPatch<Mark> | null
  /** The previous caption rules, null for the default ones; omitted if unchanged. */
  readonly captionRules?: CaptionSettings | null
  /** Whether fillers were hidden before, null: shown; omitted if unchanged. */
  readonly fillers?: StoredFillers | null
  /** How numbers were written before, null: as spoken; omitted if unchanged. */
  readonly numbers?: StoredNumbers | null
  /** Omitted if unchanged. */
  readonly captionTiming?: TimingChange
}

export type ParagraphHead = Omit<Paragraph, 'words'>

export interface RestoredParagraphs {
  /** The paragraph before the run, null at the start of the transcript. */
  readonly afterId: string | null
  /** The run of paragraphs that the edit produced, with the ids of their words. */
  readonly remove: readonly { readonly id: string; readonly wordIds: readonly string[] }[]
  /** The paragraphs that were there before. */
  readonly put: readonly RestoredParagraph[]
}

/** A run of words of one paragraph: from the first to the last that an edit changed. */
export interface RestoredWords {
  readonly paragraphId: string
  /** The word before the run, null at the paragraph's start. */
  readonly afterWordId: string | null
  /** Ids of the words that the edit left there. */
  readonly remove: readonly string[]
  /** The words that were there before. */
  readonly put: readonly Word[]
}

export interface RestoredParagraph extends ParagraphHead {
  /** A word that the edit changed or removed, in full; the id of one that it did not change. */
  readonly words: readonly (Word | string)[]
}

/** At index `at`, replaces the items `remove` by the items `put`. */
export interface ListPatch<Item> {
  readonly at: number
  readonly remove: readonly Item[]
  readonly put: readonly Item[]
}
