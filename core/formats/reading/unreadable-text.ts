export type UnreadableReason =
  | 'not-json'
  | 'not-parolo'
  | 'newer-version'
  | 'wrong-shape'
  | 'no-cues'
  | 'unknown-format'
  /** The path is the name of the limit, see limits.ts. */
  | 'too-large'

/** Thrown if no document can be read from a text. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText'
  readonly reason: UnreadableReason
  /** Location of the error, e.g. `paragraphs[3].words[2].startMs`; '' for the whole text. */
  readonly path: string

  constructor(reason: UnreadableReason, path: string, detail: string) {
    super(path === '' ? detail : `${path}: ${detail}`)
    this.reason = reason
    this.path = path
  }
}
