import { createStore } from 'zustand/vanilla'
import { cutSpans } from '#core/cut/joins'
import type { KeptSpans } from '#core/cut/kept-spans'
import { CutSkips } from './cut-skips.ts'
import { CutSound } from './cut-sound.ts'
import { endStalls } from './end-stalls.ts'
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
  /** What is played in the mode Cut; null: everything. */
  setCut(cut: PlayedCut | null): void
}

export interface PlayedCut {
  /** Of the sound's samples; null while they cannot be read: the element then seeks over what is cut. */
  readonly pcmUrl: string | null
  /** At `PCM_RATE`. */
  readonly kept: KeptSpans
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
  let cuts: readonly TimeSpan[] = []
  /** Null outside of the mode Cut, and where samples cannot be read. */
  let cutSound: CutSound | null = null
  /** A requested span is played with what is cut of it. */
  let playsAll = false
  /** Where the kept sound that was requested ends; null: at the end of the recording. */
  let keptEndMs: number | null = null
  const skips = new CutSkips(element, () => (playsAll ? [] : cuts))
  const frames = new FrameLoop(() => {
    ends.check()
    skips.check()
    notifyFrame()
  })
  const controller = new AbortController()
  endStalls(element, controller.signal)
  const on = (event: string, listener: () => void): void =>
    element.addEventListener(event, listener, { signal: controller.signal })
  on('play', () => {
    set({ playing: true, playbackError: null })
    frames.start()
  })
  on('pause', () => {
    // The sound of the cut took its place.
    if (cutSound?.isPlaying === true) return
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
  on('timeupdate', () => {
    ends.check()
    skips.check()
  })
  on('durationchange', () => {
    if (Number.isFinite(element.duration)) set({ durationMs: Math.round(element.duration * 1_000) })
  })
  on('error', () => {
    set({ playing: false })
    void source.findError()
  })
  on('ratechange', () => set({ rate: element.playbackRate }))

  function positionMs(): number {
    return cutSound?.isPlaying === true ? cutSound.positionMs : element.currentTime * 1_000
  }

  function isPlaying(): boolean {
    return !element.paused || cutSound?.isPlaying === true
  }

  /** Joins are played without gaps at the recording's own speed; at others the element seeks. */
  function playsJoined(): CutSound | null {
    return element.playbackRate === 1 && loopSpan() === null ? cutSound : null
  }

  function startCut(sound: CutSound, span: Parameters<CutSound['start']>[0]): void {
    element.pause()
    sound.start(span)
    set({ playing: true, playbackError: null })
    frames.start()
  }

  /** Ends the sound of the cut where it is; the element goes on from there. */
  function leaveCut(): void {
    if (cutSound?.isPlaying !== true) return
    const at = cutSound.positionMs
    cutSound.stop()
    stopped()
    element.currentTime = at / 1_000
  }

  /** Something changed that decides by what is played. */
  function playOn(change: () => void): void {
    const goesOn = isPlaying() && !playsAll
    if (goesOn) {
      leaveCut()
      element.pause()
    }
    change()
    if (!goesOn) return
    wasStopped = false
    playFrom(positionMs(), keptEndMs)
  }

  function playFrom(startMs: number, endMs: number | null): void {
    if (endMs === null) player.play()
    else player.playKept({ startMs, endMs })
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
    skips.rest()
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

  function createCutSound(kept: KeptSpans, pcmUrl: string): CutSound {
    return new CutSound({
      pcmUrl,
      kept,
      volume: element.volume,
      onEnded: () => {
        stopped()
        element.currentTime = (cutSound?.positionMs ?? 0) / 1_000
        wasStopped = false
        notifyFrame()
      },
      // The element seeks over what is cut instead, and reports what is wrong with the sound if that fails too.
      onFailed: () => {
        const at = cutSound?.positionMs ?? positionMs()
        stopped()
        cutSound?.close()
        cutSound = null
        element.currentTime = at / 1_000
        playFrom(at, keptEndMs)
      },
    })
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
      if (isPlaying()) return
      playsAll = false
      keptEndMs = null
      const joined = playsJoined()
      if (joined !== null) {
        const rewound = wasStopped ? positionMs() - rewindMs : positionMs()
        wasStopped = false
        ends.stopAt(null)
        startCut(joined, { startMs: positionMs() >= joined.endMs - 1 ? 0 : Math.max(0, rewound) })
        return
      }
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
      source.cancel()
      ends.stopAt(null)
      if (cutSound?.isPlaying === true) {
        leaveCut()
        wasStopped = true
        notifyFrame()
      }
      element.pause()
    },
    toggle: () => (isPlaying() ? player.pause() : player.play()),
    seek: (ms) => {
      ends.stopAt(null)
      keptEndMs = null
      wasStopped = false
      if (cutSound?.isPlaying === true) {
        const at = clamp(ms, 0, store.getState().durationMs)
        startCut(cutSound, { startMs: at })
        notifyFrame()
      } else goTo(ms)
    },
    skip: (byMs) => player.seek(positionMs() + byMs),
    playSpan: (span) => {
      leaveCut()
      playsAll = true
      keptEndMs = null
      wasStopped = false
      goTo(span.startMs)
      ends.stopAt(span.endMs)
      start()
      ends.check()
    },
    playKept: (span) => {
      const joined = playsJoined()
      wasStopped = false
      if (joined === null) {
        player.playSpan(span)
        playsAll = false
      } else {
        playsAll = false
        startCut(joined, span)
      }
      keptEndMs = span.endMs
    },
    setRate: (rate) => {
      const change = (): void => {
        element.defaultPlaybackRate = clampRate(rate)
        element.playbackRate = clampRate(rate)
        set({ rate: clampRate(rate) })
      }
      if (cutSound !== null && (rate === 1) !== (element.playbackRate === 1)) playOn(change)
      else change()
    },
    setVolume: (volume) => {
      element.volume = clamp(volume, 0, 1)
      cutSound?.setVolume(element.volume)
      set({ volume: element.volume })
    },
    select: (span) => {
      set({ selection: span, ...(span === null ? { looping: false } : {}) })
      checkLoop()
    },
    setLooping: (looping) => {
      const change = (): void => {
        keptEndMs = null
        set({ looping: looping && store.getState().selection !== null })
      }
      if (cutSound === null) change()
      else playOn(change)
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
    setCut: (cut) =>
      playOn(() => {
        cuts = cut === null ? [] : cutSpans(cut.kept)
        if (cut !== null && cut.pcmUrl !== null && cutSound?.pcmUrl === cut.pcmUrl) {
          cutSound.setKept(cut.kept)
          return
        }
        cutSound?.close()
        cutSound = cut === null || cut.pcmUrl === null ? null : createCutSound(cut.kept, cut.pcmUrl)
      }),
    setRewind: (ms) => {
      rewindMs = ms
    },
    close: () => {
      controller.abort()
      cutSound?.close()
      cutSound = null
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
