/**
 * Corrections that a person proposes to a transcript: what a document that was exported here brings back, or the answers
 * of a review page. They are stored beside the transcript (`studio/library/tables/results/proposed-corrections.ts`, calls
 * `corrections.*`, event `corrections-changed`) and never changed afterward. Which of them are open follows from the
 * transcript alone (`open-corrections.ts`), and accepting or dismissing any number of them is a list of edits
 * (`settle-corrections.ts`), so that one step of undo brings them back. Check lists the open ones
 * (`renderer/check/reasons/proposed-corrections.ts`).
 */
export interface ProposedCorrections {
  /** Unique in the library. */
  readonly id: string
  readonly transcriptId: string
  /** Who proposes them; null: the file does not say. */
  readonly by: string | null
  /** When they were made, ms since 1970; null: the file does not say. */
  readonly atMs: number | null
  /** When they were read here, ms since 1970. */
  readonly readAtMs: number
  readonly source: CorrectionSource
  /** In reading order. */
  readonly items: readonly ProposedCorrection[]
}

export interface CorrectionSource {
  /** The format of the document, or `review` for the answers of a review page. */
  readonly format: string
  /** Without folders. */
  readonly fileName: string
  /** Of the document: the same one, read again, replaces what it proposed before. */
  readonly sha256?: string
}

export type ProposedCorrection =
  | WordsCorrection
  | WordingCorrection
  | CommentCorrection
  | SpeakerNameCorrection
  | RightCorrection
  | ToldCorrection

/** A correction before it has an id. */
export type FoundCorrection = ProposedCorrection extends infer Each
  ? Each extends ProposedCorrection
    ? Omit<Each, 'id'>
    : never
  : never

export type CorrectionKind = ProposedCorrection['kind']

interface Correction {
  /** Unique in its set. */
  readonly id: string
  /** Who proposes it, if not the person of the whole set. */
  readonly by?: string
  /** When, if not at the time of the whole set. */
  readonly atMs?: number
}

export interface ExpectedWord {
  readonly id: string
  readonly text: string
}

/** Consecutive words of one paragraph are replaced, deleted (`text` empty), or words are inserted (`expected` empty). */
export interface WordsCorrection extends Correction {
  readonly kind: 'words'
  /** The words around the place in its paragraph; null at its start or end. An insertion needs one. */
  readonly wordBeforeId: string | null
  readonly wordAfterId: string | null
  /** The present words of the place: without them the correction is no longer open. */
  readonly expected: readonly ExpectedWord[]
  /** Without the space around it. */
  readonly text: string
  /** The words of the place when the document was exported, if they were changed here since. Accepted only one by one. */
  readonly exported?: string
}

/** A caption with a text of its own gets another one. */
export interface WordingCorrection extends Correction {
  readonly kind: 'wording'
  /** Of a mark with a text: a caption's own wording. */
  readonly markId: string
  readonly expected: string
  readonly text: string
  /** As of words. */
  readonly exported?: string
}

/** A comment on words, with its replies in one text. */
export interface CommentCorrection extends Correction {
  readonly kind: 'comment'
  readonly fromWordId: string
  readonly toWordId: string
  readonly text: string
}

/** A speaker gets another name. */
export interface SpeakerNameCorrection extends Correction {
  readonly kind: 'speaker-name'
  readonly speakerId: string
  /** The name that was shown to the person. */
  readonly expected: string
  readonly name: string
}

/** Words are confirmed: they are right as they are. */
export interface RightCorrection extends Correction {
  readonly kind: 'right'
  /** Consecutive words of one paragraph, as they were confirmed; at least one. */
  readonly expected: readonly ExpectedWord[]
}

/**
 * What is only reported, as nothing can be changed by it. `moved`: a paragraph is in another place; `unspoken`: text that nobody
 * said, such as an added paragraph; `said-by`: a paragraph has another speaker's name;
 * `redacted`: a placeholder of redacted words was changed; `note`: a remark on no words.
 */
export const toldAbouts = ['moved', 'unspoken', 'said-by', 'redacted', 'note'] as const
export type ToldAbout = (typeof toldAbouts)[number]

export interface ToldCorrection extends Correction {
  readonly kind: 'told'
  readonly about: ToldAbout
  readonly text: string
  /** A word near it; null: it concerns the whole. */
  readonly nearWordId: string | null
}

/** A correction with the set that it is in. */
export interface CorrectionOf<Item extends ProposedCorrection = ProposedCorrection> {
  readonly set: Pick<ProposedCorrections, 'id' | 'by' | 'atMs' | 'source'>
  readonly item: Item
}

/** What identifies a correction in the transcript. */
export const correctionKey = ({ set, item }: CorrectionOf): string => `${set.id} ${item.id}`
