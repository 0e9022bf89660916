import type { Mark, Paragraph, Speaker, Turn, Word } from '../transcript/transcript.ts'

/**
 * Every change that a person can make to a transcript. An edit is data: plain JSON with an `id` that its maker
 * chose, unique in the transcript. What it makes (words, paragraphs, speakers) is called `<id>.<n>`, so that
 * page and studio, applying the same edit, arrive at the same bytes. All times are whole milliseconds.
 */
export type Edit =
  | ReplaceTextEdit
  | SplitParagraphEdit
  | MergeParagraphsEdit
  | AssignSpeakerEdit
  | MergeSpeakersEdit
  | RenameSpeakerEdit
  | AddSpeakerEdit
  | CountSpeakersEdit
  | RetimeWordEdit
  | InsertSoundEdit
  | DeleteParagraphEdit
  | InsertParagraphsEdit
  | DeleteParagraphsEdit
  | SetMarkEdit
  | RemoveMarkEdit
  | RestoreEdit

export type EditKind = Edit['kind']

/** A paragraph's new text, whole. Space alone takes the paragraph away. */
export interface ReplaceTextEdit {
  readonly kind: 'replace-text'
  readonly id: string
  readonly paragraphId: string
  readonly text: string
  /** What the text was changed from: without it the edit cannot be carried over to a newer state. */
  readonly base?: TextBase
}

/** The run of words that a text edit changes, as they were when it was made. */
export interface TextBase {
  /** The word before the run, null at the paragraph's start. */
  readonly afterWordId: string | null
  readonly words: readonly Pick<Word, 'id' | 'before' | 'text'>[]
  /** The word after the run, null at the paragraph's end. */
  readonly beforeWordId: string | null
  /** What the run became. */
  readonly text: string
  /** Where that begins in the paragraph's new text (UTF-16 units); older edits do not say. */
  readonly at?: number
  /** Where the run was, to find the nearest place once all its words and neighbors are gone. */
  readonly startMs: number
  readonly endMs: number
}

/**
 * A new paragraph starts at `offset` (UTF-16 units into the word's `text`). 0 is before the word, its length
 * after it; anything between cuts the word in two. Space at the cut goes.
 */
export interface SplitParagraphEdit {
  readonly kind: 'split-paragraph'
  readonly id: string
  readonly wordId: string
  readonly offset: number
}

/** The second paragraph is joined to the one right before it, whose speaker it takes. */
export interface MergeParagraphsEdit {
  readonly kind: 'merge-paragraphs'
  readonly id: string
  readonly firstParagraphId: string
  readonly secondParagraphId: string
}

/** Where an edit's words were when it was made: finds the nearest words once they are gone. */
export interface NearTime {
  readonly startMs: number
  readonly endMs: number
}

export type AssignTarget =
  | { readonly paragraphId: string }
  | { readonly fromWordId: string; readonly toWordId: string; readonly near?: NearTime }

/** A paragraph, or a range of words (both ends included), was said by `speakerId`; null: by nobody known. */
export interface AssignSpeakerEdit {
  readonly kind: 'assign-speaker'
  readonly id: string
  readonly target: AssignTarget
  readonly speakerId: string | null
}

/** Two speakers were one: all that `fromSpeakerId` said goes to `intoSpeakerId`. */
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
  /** null, or nothing but space: no name. */
  readonly name: string | null
}

/** The speaker is called `<id>.0`. */
export interface AddSpeakerEdit {
  readonly kind: 'add-speaker'
  readonly id: string
  readonly name: string | null
  /** Index into the palette; the lowest that is free when left out. */
  readonly colour?: number
}

/** The outcome of counting again, made by `core/speakers` from the stored pieces. */
export interface CountSpeakersEdit {
  readonly kind: 'count-speakers'
  readonly id: string
  readonly speakers: readonly Speaker[]
  readonly turns: readonly Turn[]
  /** Paragraphs not named here keep their speaker if there still is one of that id, else have none. */
  readonly paragraphs: readonly CountedParagraph[]
}

export interface CountedParagraph {
  readonly paragraphId: string
  readonly speakerId: string | null
  /** Where, inside the paragraph, another speaker begins: a new paragraph starts with each. In order. */
  readonly changes?: readonly { readonly wordId: string; readonly speakerId: string | null }[]
  /** The paragraph right before it, of which it is a part now that both are one speaker's. */
  readonly goesOnFrom?: string
}

/** Moves a word's edges; they stop at the neighbors in its paragraph. */
export interface RetimeWordEdit {
  readonly kind: 'retime-word'
  readonly id: string
  readonly wordId: string
  readonly startMs: number
  readonly endMs: number
}

/** A paragraph for a sound (`[applause]`) or a note. It goes after the last paragraph that starts by then. */
export interface InsertSoundEdit {
  readonly kind: 'insert-sound'
  readonly id: string
  readonly paragraphKind: 'sound' | 'note'
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

export interface DeleteParagraphEdit {
  readonly kind: 'delete-paragraph'
  readonly id: string
  readonly paragraphId: string
  /** What it said: where somebody else has written there since, it stays. */
  readonly text?: string
}

/**
 * New paragraphs, whole, as a paste makes them: one a text, in their order, with the speaker, language and kind of the
 * paragraph that they follow. The n-th is called `<id>.<n>`, and so are their words, counted through all of them.
 */
export interface InsertParagraphsEdit {
  readonly kind: 'insert-paragraphs'
  readonly id: string
  /** Null: at the start of the transcript, as the paragraph that comes first there. */
  readonly afterParagraphId: string | null
  /** None of them of space alone. */
  readonly texts: readonly string[]
  /** Where the paragraph before them ended: finds the nearest one once it is gone. */
  readonly nearMs: number
}

/** Many paragraphs at once, as one step of the log. */
export interface DeleteParagraphsEdit {
  readonly kind: 'delete-paragraphs'
  readonly id: string
  /** With what each said: where somebody else has written there since, it stays. */
  readonly paragraphs: readonly { readonly paragraphId: string; readonly text: string }[]
}

/** Puts a mark, or changes the one of the same id. */
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
  /** Of the mark, for the name of this step; edits of older programs do not say. */
  readonly markKind?: string
}

/**
 * The inverse of any edit: puts back what the edit took away or changed. It holds the words that the edit
 * changed whole and names the others by id, so that what the engine wrote meanwhile stays.
 */
export interface RestoreEdit {
  readonly kind: 'restore'
  readonly id: string
  /** Runs of paragraphs in reading order; those between them are not named. */
  readonly paragraphs: readonly RestoredParagraphs[]
  /** Paragraphs whose words stay and whose other properties are put back. */
  readonly heads: readonly ParagraphHead[]
  readonly speakers: ListPatch<Speaker> | null
  readonly turns: ListPatch<Turn> | null
  readonly marks: ListPatch<Mark> | null
}

export type ParagraphHead = Omit<Paragraph, 'words'>

export interface RestoredParagraphs {
  /** The paragraph before the run, null at the start of the transcript. */
  readonly afterId: string | null
  /** The run of paragraphs that the edit left, with the ids of their words. */
  readonly remove: readonly { readonly id: string; readonly wordIds: readonly string[] }[]
  /** What stood there before. */
  readonly put: readonly RestoredParagraph[]
}

export interface RestoredParagraph extends ParagraphHead {
  /** A word that the edit changed or took away, whole; the id of one that it left alone. */
  readonly words: readonly (Word | string)[]
}

/** At index `at`, the items `remove` become the items `put`. */
export interface ListPatch<Item> {
  readonly at: number
  readonly remove: readonly Item[]
  readonly put: readonly Item[]
}

/** The lists of a transcript that edits change. */
export type EditableLists = 'paragraphs' | 'speakers' | 'turns' | 'marks'
