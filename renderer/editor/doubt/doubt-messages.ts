import type { FoundDoubts } from '#core/doubt/doubts'
import type { DoubtEvidence } from '#core/doubt/evidence'
import type { Mark, Paragraph, Transcript, Turn } from '#core/transcript/transcript'

/** What the page tells the worker that looks for doubts. */
export type ToDoubtWorker =
  | { readonly kind: 'evidence'; readonly evidence: DoubtEvidence }
  /** Paragraphs that are new or changed; in slices, so that no message takes long. */
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly Paragraph[] }
  /** All that was sent is a transcript now: look for doubts. */
  | {
      readonly kind: 'look'
      readonly head: Omit<Transcript, 'paragraphs' | 'turns' | 'marks'>
      readonly order: readonly string[]
      readonly turns: readonly Turn[]
      readonly marks: readonly Mark[]
    }

export interface FromDoubtWorker {
  readonly doubts: FoundDoubts
}
