/** What the router hands to whoever answers a call, besides its input. */
export interface CallOptions {
  readonly signal: AbortSignal
  /** Of the one who asks: for the words of faults, labels and file names. */
  readonly language: 'en' | 'fr'
  /** A window of this program, which may see paths of this computer; a page in a browser may not. */
  readonly local?: boolean
}
