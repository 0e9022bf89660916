import type { SampleSpan } from '../windows/windows.ts'

/** How sure the model was of a token: 0 surest … 3 least sure; null where the model does not say. */
export type Band = 0 | 1 | 2 | 3

export interface Token {
  /** With its leading space, if it begins a word. */
  readonly text: string
  /** Seconds from the start of the decoded span; null for models without times. */
  readonly startSeconds: number | null
  readonly endSeconds: number | null
  readonly band: Band | null
}

/** What one decode of one span gave. */
export interface Decoded {
  readonly span: SampleSpan
  readonly text: string
  /** Language that the model named for the span, or '' when it names none. */
  readonly language: string
  readonly tokens: readonly Token[]
}

/** A result as sherpa-onnx gives it (the fields used here). */
export interface RawRecognition {
  readonly text: string
  readonly lang?: string | undefined
  readonly tokens?: readonly string[] | undefined
  readonly timestamps?: readonly number[] | undefined
  readonly durations?: readonly number[] | undefined
  readonly ys_log_probs?: readonly number[] | undefined
}
