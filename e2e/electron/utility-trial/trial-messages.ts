import type { EngineRequest } from '#contracts/engine'

/** What a trial asks the studio's stand-in. */
export type TrialQuestion =
  /** Which rules of the engines' contract hold not, and why; `file`: where the stub may write. */
  | { readonly kind: 'contract'; readonly file: string }
  /** What an engine answers to these requests, in order. */
  | { readonly kind: 'engine'; readonly requests: readonly EngineRequest[] }
  /** What a drive's process reads from a file, and its hash after it was written there. */
  | { readonly kind: 'drive'; readonly path: string; readonly text: string }
  /** Starts an engine and leaves it; its pid. */
  | { readonly kind: 'leave' }

export type TrialAnswer = unknown
