/** What the router hands to whoever answers a call, besides its input. */
export interface CallOptions {
  readonly signal: AbortSignal
  /** Of the one who asks: for the words of faults, labels and file names. */
  readonly language: 'en' | 'fr'
}
