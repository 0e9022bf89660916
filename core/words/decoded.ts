import type { SampleSpan } from '../windows/windows.ts'

/** The model's confidence in a token: 0 surest … 3 least sure; null when the model provides none. */
export type Band = 0 | 1 | 2 | 3

export interface Token {
  /** With its leading space, if it begins a word. */
  readonly text: string
  /** Seconds from the start of the decoded span; null for models without times. */
  readonly startSeconds: number | null
  readonly endSeconds: number | null
  readonly band: Band | null
}

/** The result of one decode of one span. */
export interface Decoded {
  readonly span: SampleSpan
  readonly text: string
  /** Language the model detected for the span, or '' when it reports none. */
  readonly language: string
  readonly tokens: readonly Token[]
}

/** A result as returned by sherpa-onnx (the fields used here). */
export interface RawRecognition {
  readonly text: string
  readonly lang?: string | undefined
  readonly tokens?: readonly string[] | undefined
  readonly timestamps?: readonly number[] | undefined
  readonly durations?: readonly number[] | undefined
  readonly ys_log_probs?: readonly number[] | undefined
}
