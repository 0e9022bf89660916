import { createStore } from 'zustand/vanilla'
import type { Player, PlayerState, TimeSpan } from './player.ts'

export const SLOWEST = 0.5
export const FASTEST = 3

/** How playing behaves, from the person's preferences. */
export interface PlaybackWishes {
  readonly rate: number
  readonly volume: number
  readonly rewindOnResumeMs: number
}

export interface PlayerOptions {
  /** Address of the sound; null while the recording has none that can be played. */
  readonly soundUrl: string | null
  /** Until the sound itself has said how long it is. */
  readonly durationMs: number
  readonly playback: PlaybackWishes
  /** What plays: an audio element of its own where none is given. */
  readonly element?: HTMLMediaElement
}

export interface SoundPlayer extends Player {
  /** The sound is there now, or is another one; where it was is kept. Null takes it away. */
  setSource(soundUrl: string | null, durationMs: number): void
  setRewind(rewindOnResumeMs: number): void
}

/** Ends this close ahead are waited for by a timer, as frames come too seldom. */
const TIMER_MS = 60
/** A position this close to an end counts as there: clocks of media are not exact to the last fraction. */
const END_MS = 2

export function createPlayer(options: PlayerOptions): SoundPlayer {
  const element = options.element ?? new Audio()
  element.preload = 'auto'
  element.preservesPitch = true
  element.defaultPlaybackRate = clampRate(options.playback.rate)
  element.playbackRate = clampRate(options.playback.rate)
  element.volume = clamp(options.playback.volume, 0, 1)
  const store = createStore<PlayerState>(() => ({
    playing: false,
    durationMs: options.durationMs,
    rate: clampRate(options.playback.rate),
    volume: clamp(options.playback.volume, 0, 1),
    selection: null,
    looping: false,
    following: true,
    trouble: null,
  }))
  const set = (change: Partial<PlayerState>): void => store.setState(change)
  const frameListeners = new Set<(positionMs: number) => void>()
  let source = options.soundUrl
  let rewindMs = options.playback.rewindOnResumeMs
  /** It was playing and was stopped: going on starts a little before. A seek is a new beginning. */
  let wasStopped = false
  /** Plays up to here, then stops. */
  let stopAtMs: number | null = null
  /** The position came into the looped stretch, so its end leads back to its start. */
  let insideLoop = false
  let frame = 0
  let endTimer: ReturnType<typeof setTimeout> | undefined

  const positionMs = (): number => element.currentTime * 1_000
  const tellFrame = (): void => {
    const now = positionMs()
    for (const listener of frameListeners) listener(now)
  }

  const loopSpan = (): TimeSpan | null => {
    const { looping, selection } = store.getState()
    return looping && selection !== null && selection.endMs > selection.startMs ? selection : null
  }
  const enterLoop = (at: number): void => {
    const span = loopSpan()
    insideLoop = span !== null && at >= span.startMs - END_MS && at < span.endMs - END_MS
  }
  const nextEnd = (): number | null => stopAtMs ?? (insideLoop ? (loopSpan()?.endMs ?? null) : null)

  /** Stops or goes back where an end has come; sets a timer for one that is near. */
  const heedEnds = (): void => {
    clearTimeout(endTimer)
    if (element.paused) return
    if (!insideLoop) enterLoop(positionMs())
    const endMs = nextEnd()
    if (endMs === null) return
    const leftMs = endMs - positionMs()
    if (leftMs <= END_MS) reachEnd(endMs)
    else if (leftMs / element.playbackRate < TIMER_MS) {
      endTimer = setTimeout(heedEnds, Math.max(1, (leftMs - END_MS) / element.playbackRate))
    }
  }
  const reachEnd = (endMs: number): void => {
    if (stopAtMs !== null) {
      stopAtMs = null
      element.pause()
      // What is a few ms further is no place that anybody chose.
      element.currentTime = endMs / 1_000
      wasStopped = false
      return
    }
    const span = loopSpan()
    if (span !== null) element.currentTime = span.startMs / 1_000
  }

  const onFrame = (): void => {
    heedEnds()
    tellFrame()
    frame = element.paused ? 0 : requestAnimationFrame(onFrame)
  }
  const startFrames = (): void => {
    if (frame === 0) frame = requestAnimationFrame(onFrame)
  }
  const stopFrames = (): void => {
    cancelAnimationFrame(frame)
    frame = 0
    clearTimeout(endTimer)
  }

  const start = (): void => {
    if (element.src === '') return
    if (element.error !== null) reload()
    element.play().catch((error: unknown) => {
      // A pause before the sound had begun is no trouble; neither is a load that took its place.
      if (error instanceof DOMException && error.name === 'AbortError') return
      set({ playing: false })
      if (element.error === null && !(error instanceof DOMException && error.name === 'NotAllowedError')) {
        set({ trouble: 'unplayable' })
      }
    })
  }
  const reload = (): void => {
    const at = element.currentTime
    set({ trouble: null })
    element.load()
    element.currentTime = at
  }
  const tellTrouble = async (): Promise<void> => {
    const address = element.src
    set({ playing: false })
    const trouble = lacksDevice(element.error) ? 'no-device' : await troubleOf(address)
    if (element.src === address && element.error !== null) set({ trouble })
  }

  const controller = new AbortController()
  const on = (event: string, listener: () => void): void =>
    element.addEventListener(event, listener, { signal: controller.signal })
  on('play', () => {
    set({ playing: true, trouble: null })
    startFrames()
  })
  on('pause', () => {
    set({ playing: false })
    stopFrames()
    wasStopped = true
    tellFrame()
  })
  on('ended', () => {
    set({ playing: false })
    stopFrames()
    stopAtMs = null
    wasStopped = false
    tellFrame()
  })
  on('seeked', tellFrame)
  // Comes a few times a second even in a hidden tab, where no frames do.
  on('timeupdate', heedEnds)
  on('durationchange', () => {
    if (Number.isFinite(element.duration)) set({ durationMs: Math.round(element.duration * 1_000) })
  })
  on('error', () => void tellTrouble())
  on('ratechange', () => set({ rate: element.playbackRate }))

  const goTo = (ms: number): void => {
    const at = clamp(ms, 0, store.getState().durationMs)
    element.currentTime = at / 1_000
    enterLoop(at)
    tellFrame()
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
      const span = loopSpan()
      if (element.ended) goTo(span?.startMs ?? 0)
      else if (span !== null && !(positionMs() >= span.startMs && positionMs() < span.endMs))
        goTo(span.startMs)
      else if (wasStopped) goTo(Math.max(positionMs() - rewindMs, span?.startMs ?? 0))
      wasStopped = false
      stopAtMs = null
      start()
    },
    pause: () => {
      stopAtMs = null
      element.pause()
    },
    toggle: () => (element.paused ? player.play() : player.pause()),
    seek: (ms) => {
      stopAtMs = null
      wasStopped = false
      goTo(ms)
    },
    skip: (byMs) => player.seek(positionMs() + byMs),
    playSpan: (span) => {
      wasStopped = false
      goTo(span.startMs)
      stopAtMs = span.endMs
      start()
      heedEnds()
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
      enterLoop(positionMs())
      heedEnds()
    },
    setLooping: (looping) => {
      set({ looping: looping && store.getState().selection !== null })
      enterLoop(positionMs())
      heedEnds()
    },
    setFollowing: (following) => set({ following }),
    setSource: (soundUrl, durationMs) => {
      if (soundUrl === source) {
        // The same sound may be playing: it is left alone, and knows its own length.
        if (!Number.isFinite(element.duration)) set({ durationMs })
        return
      }
      set({ durationMs })
      source = soundUrl
      const at = element.currentTime
      set({ trouble: null })
      if (soundUrl === null) element.removeAttribute('src')
      else element.src = soundUrl
      element.load()
      element.currentTime = at
    },
    setRewind: (ms) => {
      rewindMs = ms
    },
    close: () => {
      controller.abort()
      stopFrames()
      frameListeners.clear()
      element.pause()
      // Without a source the browser gives its connection back.
      element.removeAttribute('src')
      element.load()
    },
  }
  if (options.soundUrl !== null) element.src = options.soundUrl
  return player
}

/** Firefox ends what it plays with such an error where the machine has no sound device. */
function lacksDevice(error: MediaError | null): boolean {
  return error !== null && /MediaSinkAudio|CUBEB/iu.test(error.message)
}

/** The element says only that it failed; whether the sound is there at all, the studio knows. */
async function troubleOf(address: string): Promise<'missing' | 'unplayable'> {
  try {
    const answer = await fetch(address, { headers: { range: 'bytes=0-0' } })
    return answer.ok ? 'unplayable' : 'missing'
  } catch (error) {
    if (error instanceof TypeError) return 'missing'
    throw error
  }
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))
const clampRate = (rate: number): number => clamp(rate, SLOWEST, FASTEST)
