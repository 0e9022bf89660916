import { createStore } from 'zustand/vanilla'
import { FrameLoop } from './frame-loop.ts'
import { PlayEnds } from './play-ends.ts'
import type { Player, PlayerState } from './player.ts'
import type { TimeSpan } from '#core/transcript/time-span'
import { SoundSource } from './sound-source.ts'

export const SLOWEST = 0.5
export const FASTEST = 3

/** Playback preferences of the user. */
export interface PlaybackPreferences {
  readonly rate: number
  readonly volume: number
  readonly rewindOnResumeMs: number
}

export interface PlayerOptions {
  /** URL of the sound; null while the recording has none that can be played. */
  readonly soundUrl: string | null
  /** Used until the media element reports its own duration. */
  readonly durationMs: number
  readonly playback: PlaybackPreferences
  /** The element that plays; if omitted, a new audio element. */
  readonly element?: HTMLMediaElement
}

export interface SoundPlayer extends Player {
  /** Sets or replaces the sound; the position is kept. Null removes it. */
  setSource(soundUrl: string | null, durationMs: number): void
  setRewind(rewindOnResumeMs: number): void
  /** The kept part of the recording, to which playback is limited; null: all of it. */
  setPart(part: TimeSpan | null): void
}

export function createPlayer(options: PlayerOptions): SoundPlayer {
  const element = options.element ?? new Audio()
  setUp(element, options.playback)
  const store = createStore<PlayerState>(() => ({
    playing: false,
    durationMs: options.durationMs,
    rate: clampRate(options.playback.rate),
    volume: clamp(options.playback.volume, 0, 1),
    selection: null,
    looping: false,
    following: true,
    playbackError: null,
  }))
  const set = (change: Partial<PlayerState>): void => store.setState(change)
  const frameListeners = new Set<(positionMs: number) => void>()
  let rewindMs = options.playback.rewindOnResumeMs
  /** True after playback was paused: resuming starts a little earlier. A seek resets it. */
  let wasStopped = false

  const source = new SoundSource(element, options.soundUrl, (playbackError) => set({ playbackError }))
  let part: TimeSpan | null = null
  const ends = new PlayEnds(element, { loop: loopSpan, part: () => part }, () => (wasStopped = false))
  const frames = new FrameLoop(() => {
    ends.check()
    notifyFrame()
  })
  const controller = new AbortController()
  const on = (event: string, listener: () => void): void =>
    element.addEventListener(event, listener, { signal: controller.signal })
  on('play', () => {
    set({ playing: true, playbackError: null })
    frames.start()
  })
  on('pause', () => {
    stopped()
    wasStopped = true
    notifyFrame()
  })
  on('ended', () => {
    stopped()
    ends.stopAt(null)
    wasStopped = false
    notifyFrame()
  })
  on('seeked', notifyFrame)
  // Fires a few times a second even in a hidden tab, where animation frames do not.
  on('timeupdate', () => ends.check())
  on('durationchange', () => {
    if (Number.isFinite(element.duration)) set({ durationMs: Math.round(element.duration * 1_000) })
  })
  on('error', () => {
    set({ playing: false })
    void source.findError()
  })
  on('ratechange', () => set({ rate: element.playbackRate }))

  function positionMs(): number {
    return element.currentTime * 1_000
  }

  function notifyFrame(): void {
    const now = positionMs()
    for (const listener of frameListeners) listener(now)
  }

  function loopSpan(): TimeSpan | null {
    const { looping, selection } = store.getState()
    return looping && selection !== null && selection.endMs > selection.startMs ? selection : null
  }

  function stopped(): void {
    set({ playing: false })
    frames.stop()
    ends.rest()
  }

  function start(): void {
    source.start(() => set({ playing: false }))
  }

  function goTo(ms: number): void {
    const at = clamp(ms, 0, store.getState().durationMs)
    element.currentTime = at / 1_000
    ends.enter(at)
    notifyFrame()
  }

  /** Called when the selection or the loop changed. */
  function checkLoop(): void {
    ends.enter(positionMs())
    ends.check()
  }

  const player: SoundPlayer = {
    element,
    get state() {
      return store.getState()
    },
    get positionMs() {
      return positionMs()
    },
    subscribe: (listener) => store.subscribe(listener),
    onFrame: (listener) => {
      frameListeners.add(listener)
      return () => frameListeners.delete(listener)
    },
    play: () => {
      if (!element.paused) return
      const span = loopSpan() ?? part
      if (element.ended) goTo(span?.startMs ?? 0)
      else if (span !== null && !(positionMs() >= span.startMs && positionMs() < span.endMs - 1))
        goTo(span.startMs)
      else if (wasStopped) goTo(Math.max(positionMs() - rewindMs, span?.startMs ?? 0))
      wasStopped = false
      ends.stopAt(null)
      start()
    },
    pause: () => {
      ends.stopAt(null)
      element.pause()
    },
    toggle: () => (element.paused ? player.play() : player.pause()),
    seek: (ms) => {
      ends.stopAt(null)
      wasStopped = false
      goTo(ms)
    },
    skip: (byMs) => player.seek(positionMs() + byMs),
    playSpan: (span) => {
      wasStopped = false
      goTo(span.startMs)
      ends.stopAt(span.endMs)
      start()
      ends.check()
    },
    setRate: (rate) => {
      element.defaultPlaybackRate = clampRate(rate)
      element.playbackRate = clampRate(rate)
      set({ rate: clampRate(rate) })
    },
    setVolume: (volume) => {
      element.volume = clamp(volume, 0, 1)
      set({ volume: element.volume })
    },
    select: (span) => {
      set({ selection: span, ...(span === null ? { looping: false } : {}) })
      checkLoop()
    },
    setLooping: (looping) => {
      set({ looping: looping && store.getState().selection !== null })
      checkLoop()
    },
    setFollowing: (following) => set({ following }),
    setSource: (soundUrl, durationMs) => {
      // A source that is already playing reports its own duration.
      if (source.set(soundUrl) || !Number.isFinite(element.duration)) set({ durationMs })
    },
    setPart: (kept) => {
      part = kept
      checkLoop()
    },
    setRewind: (ms) => {
      rewindMs = ms
    },
    close: () => {
      controller.abort()
      frames.stop()
      ends.rest()
      frameListeners.clear()
      element.pause()
      source.close()
    },
  }
  return player
}

function setUp(element: HTMLMediaElement, { rate, volume }: PlaybackPreferences): void {
  element.preload = 'auto'
  element.preservesPitch = true
  element.defaultPlaybackRate = clampRate(rate)
  element.playbackRate = clampRate(rate)
  element.volume = clamp(volume, 0, 1)
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))
const clampRate = (rate: number): number => clamp(rate, SLOWEST, FASTEST)
