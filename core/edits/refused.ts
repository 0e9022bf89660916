export type RefusalReason =
  | 'paragraph-gone'
  | 'word-gone'
  | 'speaker-gone'
  | 'mark-gone'
  | 'not-neighbours'
  | 'kinds-differ'
  | 'nothing-to-split'
  | 'same-speaker'
  | 'backwards'
  | 'bad-mark'
  | 'empty-text'
  | 'bad-time'
  | 'id-taken'

/** An edit that cannot be applied to this transcript, which is unchanged. */
export class EditRefused extends Error {
  readonly reason: RefusalReason
  /** The id of what is missing or in conflict. */
  readonly subject: string

  constructor(reason: RefusalReason, subject: string) {
    super(`Edit refused: ${reason} (${subject})`)
    this.name = 'EditRefused'
    this.reason = reason
    this.subject = subject
  }
}
