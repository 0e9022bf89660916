/** How files of a format are opened. */
export interface FormatInput {
  /** Extensions in use besides the one that is written, in lower case with the dot. */
  readonly otherExtensions: readonly string[]
  /**
   * An extension shared by files of several formats; omitted for a format recognized by its own extensions.
   */
  readonly shared?: SharedExtension
  /**
   * `lines`: captions, which show when a line is displayed and not when each word is said; `words`: times of
   * words or segments of speech; `none`: text without times.
   */
  readonly times: 'lines' | 'words' | 'none'
  /** Its times count frames from the first one of the video, which may begin after the sound. */
  readonly countsFrames?: true
  /** Whether the window offers the system to open such files (electron-builder.yml). */
  readonly isAssociated: boolean
  /** How it is found in podcast feeds; null for a format that is not taken from feeds. */
  readonly feed: FeedInput | null
}

export interface SharedExtension {
  readonly extension: string
  /** Whether a file with it is of this format. `start`: the text's beginning without byte order mark. */
  readonly isOne: (start: string, text: string) => boolean
}

export interface FeedInput {
  /** Of several transcripts of an episode, the one with the lowest rank is opened. */
  readonly rank: number
  /** Media types in use besides the format's own. */
  readonly mediaTypes: readonly string[]
}

/** A format recognized by its own extension alone. */
export const input = (times: FormatInput['times']): FormatInput => ({
  otherExtensions: [],
  times,
  isAssociated: false,
  feed: null,
})

export const captionInput = input('lines')
