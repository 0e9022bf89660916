/** Who speaks when, as columns in order of time; `speakers` are indices into the list of speakers. */
export interface TrackSegments {
  readonly speakers: readonly number[]
  readonly startsMs: readonly number[]
  readonly endsMs: readonly number[]
  /** The turn that each segment is part of, if known: segments of one turn are connected in their lane. */
  readonly turns?: readonly number[]
}
