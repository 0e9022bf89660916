import type { TimeSpan } from '#core/transcript/time-span'
export interface PlayerState {
  readonly playing: boolean
  readonly durationMs: number
  /** 0.5–3, without change of pitch. */
  readonly rate: number
  readonly volume: number
  /** The stretch that is chosen in the waveform; played round and round while `looping`. */
  readonly selection: TimeSpan | null
  readonly looping: boolean
  /** The text goes with the sound; ends when the person scrolls or types, begins again by a key. */
  readonly following: boolean
  /** The sound cannot be played, with the reason's message key. */
  readonly trouble: 'missing' | 'no-device' | 'unplayable' | null
}

/** The one player of a recording's page; the position is no part of its state, as it changes with every frame. */
export interface Player {
  readonly element: HTMLMediaElement
  readonly state: PlayerState
  /** Where the sound is now, in ms. */
  readonly positionMs: number
  subscribe(listener: () => void): () => void
  /** Each frame while playing, and once after each seek. */
  onFrame(listener: (positionMs: number) => void): () => void
  /** Goes back a little first (playback.rewindOnResumeMs), if it was playing before. */
  play(): void
  pause(): void
  toggle(): void
  seek(positionMs: number): void
  skip(byMs: number): void
  /** Plays the stretch once and stops at its end. */
  playSpan(span: TimeSpan): void
  setRate(rate: number): void
  setVolume(volume: number): void
  select(span: TimeSpan | null): void
  setLooping(looping: boolean): void
  setFollowing(following: boolean): void
  close(): void
}
