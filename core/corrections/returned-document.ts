import type { DocumentOrigin } from '../formats/format.ts'

/** A document that came back, as its reader found it: its text without headings, times and other parts around it. */
export interface ReturnedDocument {
  /** The format's id. */
  readonly format: string
  /** Who last changed it, and when; null: it does not say. */
  readonly by: string | null
  readonly atMs: number | null
  /** The transcript that it was exported from, and the number of its newest edit then; null: it does not say. */
  readonly origin: DocumentOrigin | null
  readonly blocks: readonly ReturnedBlock[]
  /** Parts that were left out because there were too many of them, or of a kind that is never read, by name. */
  readonly leftOut: readonly LeftOut[]
}

/** `comments`: more than are read; `macros`: they are never read. */
export type LeftOut = 'comments' | 'macros'

/** A paragraph of text or the text of a caption. */
export interface ReturnedBlock {
  /** The name in the heading before it; null: none. */
  readonly name: string | null
  readonly text: string
  /** Where tracked changes put text, and where they took some away. */
  readonly tracked?: readonly TrackedChange[]
  readonly comments?: readonly ReturnedComment[]
}

/** A part of a block's text (UTF-16 units), empty where text was deleted. */
export interface TrackedChange {
  readonly from: number
  readonly to: number
  readonly by: string | null
  readonly atMs: number | null
}

export interface ReturnedComment extends TrackedChange {
  readonly text: string
  readonly replies: readonly { readonly by: string | null; readonly text: string }[]
}
