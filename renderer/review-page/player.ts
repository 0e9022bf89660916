import type { ReviewSound } from '#core/review/review-data'
import { embeddedSound } from './embedded-sound.ts'
import { createClock } from './recording-clock.ts'

export interface Player {
  /** Plays from a time of the recording, to another or on; does nothing where there is no sound. */
  readonly play: (fromMs: number, toMs: number | null) => void
  readonly toggle: () => void
  readonly back: (ms: number) => void
  readonly setSpeed: (speed: number) => void
  readonly isPlaying: () => boolean
}

export interface PlayerEvents {
  /** In ms of the recording. */
  readonly onTime: (ms: number) => void
  readonly onPlaying: (isPlaying: boolean) => void
  readonly onUnplayable: () => void
}

/** Plays the sound of the page; null for a page without. */
export function createPlayer(window: Window, sound: ReviewSound | null, events: PlayerEvents): Player | null {
  if (sound === null) return null
  const clock = createClock(sound)
  const audio = window.document.createElement('audio')
  let stopMs: number | null = null
  const fail = (error: unknown): void => {
    console.warn(error)
    events.onUnplayable()
  }
  const address = embeddedSound(window, sound.type).then((url) => {
    audio.src = url
  })
  address.catch(fail)
  const start = (): void => {
    address
      .then(() => audio.play())
      .catch((error: unknown) => {
        // A pause right after it is no failure.
        if (!(error instanceof DOMException && error.name === 'AbortError')) fail(error)
      })
  }
  const now = (): number => clock.inRecording(audio.currentTime * 1_000)
  const playFrom = (fromMs: number, toMs: number | null): void => {
    const heard = clock.heardFrom(fromMs, toMs ?? Infinity)
    if (heard === null) return
    const end = toMs ?? (sound.isAroundPlaces ? clock.stretchEnd(heard) : null)
    address
      .then(() => {
        audio.currentTime = clock.inSound(heard) / 1_000
        stopMs = end === null ? null : clock.inSound(end)
        start()
      })
      .catch(fail)
  }
  audio.addEventListener('timeupdate', () => {
    if (stopMs !== null && audio.currentTime * 1_000 >= stopMs) {
      stopMs = null
      audio.pause()
    }
    events.onTime(now())
  })
  for (const name of ['play', 'pause', 'ended'] as const)
    audio.addEventListener(name, () => events.onPlaying(!audio.paused && !audio.ended))
  audio.addEventListener('error', () => fail(audio.error))
  return {
    play: playFrom,
    toggle() {
      if (audio.paused) {
        stopMs = null
        start()
      } else audio.pause()
    },
    back(ms) {
      audio.currentTime = Math.max(0, audio.currentTime - ms / 1_000)
    },
    setSpeed(speed) {
      audio.playbackRate = speed
      audio.defaultPlaybackRate = speed
    },
    isPlaying: () => !audio.paused,
  }
}
