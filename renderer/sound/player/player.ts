import type { TimeSpan } from '#core/transcript/time-span'

export interface PlayerState {
  readonly playing: boolean
  readonly durationMs: number
  /** 0.5–3, without a change of pitch. */
  readonly rate: number
  readonly volume: number
  /** The span selected in the waveform; repeated while `looping`. */
  readonly selection: TimeSpan | null
  readonly looping: boolean
  /** True while the text follows playback; ends when the user scrolls or types, starts again by a key. */
  readonly following: boolean
  /** Why the sound cannot be played. */
  readonly playbackError: 'missing' | 'no-device' | 'unplayable' | null
}

/** The single player of a recording's page; the position is not part of its state, as it changes with every frame. */
export interface Player {
  readonly element: HTMLMediaElement
  readonly state: PlayerState
  /** Playback position in ms. */
  readonly positionMs: number
  subscribe(listener: () => void): () => void
  /** Called for each frame during playback, and once after each seek. */
  onFrame(listener: (positionMs: number) => void): () => void
  /** When resuming, first goes back a little (playback.rewindOnResumeMs). */
  play(): void
  pause(): void
  toggle(): void
  seek(positionMs: number): void
  skip(byMs: number): void
  /** Plays the span once and stops at its end. */
  playSpan(span: TimeSpan): void
  /** Plays what is kept of the span once, in the mode Cut; elsewhere all of it. */
  playKept(span: TimeSpan): void
  setRate(rate: number): void
  setVolume(volume: number): void
  select(span: TimeSpan | null): void
  setLooping(looping: boolean): void
  setFollowing(following: boolean): void
  close(): void
}
