import type { FoundDoubts } from '#core/doubt/doubts'
import type { DoubtEvidence } from '#core/doubt/evidence'
import type { Mark, Paragraph, Transcript, SpeakerSegment } from '#core/transcript/transcript'

/** Messages from the page to the worker that looks for doubts. */
export type ToDoubtWorker =
  | { readonly kind: 'evidence'; readonly evidence: DoubtEvidence }
  /** New or changed paragraphs, in slices so that no message takes long. */
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly Paragraph[] }
  /** All paragraphs were sent: assemble the transcript and search for doubts. */
  | {
      readonly kind: 'look'
      readonly head: Omit<Transcript, 'paragraphs' | 'turns' | 'marks'>
      readonly order: readonly string[]
      readonly turns: readonly SpeakerSegment[]
      readonly marks: readonly Mark[]
    }

export interface FromDoubtWorker {
  readonly doubts: FoundDoubts
}
