import type { EngineRequest } from '#contracts/engine'

/** Requests of a trial to the studio's replacement. */
export type TrialQuestion =
  /** Which rules of the engines' contract are violated, and why; `file`: where the stub may write. */
  | { readonly kind: 'contract'; readonly file: string }
  /** An engine's answers to these requests, in order. */
  | { readonly kind: 'engine'; readonly requests: readonly EngineRequest[] }
  /** What a drive's process reads from a file, and its hash after it was written there. */
  | { readonly kind: 'drive'; readonly path: string; readonly text: string }
  /** Starts an engine and abandons it; returns its pid. */
  | { readonly kind: 'leave' }

export type TrialAnswer = unknown
