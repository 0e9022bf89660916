export type UnreadableReason = 'not-json' | 'not-parolo' | 'newer-version' | 'wrong-shape' | 'no-cues'

/** A text that a reader cannot make a document of. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText'
  readonly reason: UnreadableReason
  /** Where the fault is, e.g. `paragraphs[3].words[2].startMs`; '' for the whole. */
  readonly path: string

  constructor(reason: UnreadableReason, path: string, detail: string) {
    super(path === '' ? detail : `${path}: ${detail}`)
    this.reason = reason
    this.path = path
  }
}
