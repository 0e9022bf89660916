/** What the router passes to the implementation of a call, besides its input. */
export interface CallOptions {
  readonly signal: AbortSignal
  /** The caller's language, for texts of faults, labels and file names. */
  readonly language: 'en' | 'fr'
  /** The caller's locale, such as `en-GB`, for dates in files. */
  readonly locale?: string
  /** True for a window of this program, which may see paths of this computer; false for a page in a browser. */
  readonly local?: boolean
}
