import { CutClock } from '#core/cut/cut-clock'
import { type CutSlice, cutSlices, fadeSlice } from '#core/cut/cut-slices'
import { keptSamples, type KeptSpans } from '#core/cut/kept-spans'
import { PCM_RATE } from '#core/sound/pcm'
import type { TimeSpan } from '#core/transcript/time-span'
import { PcmBlocks } from './pcm-blocks.ts'

/** Longest piece of sound that is given to the browser at once, in samples. */
const MOST_SAMPLES = 2 * PCM_RATE
/** So much sound is scheduled before it starts, and kept scheduled from then on. */
const AHEAD_S = 8
/** Between scheduling and the first sample. */
const LEAD_S = 0.02

export interface CutSoundOptions {
  readonly pcmUrl: string
  /** At `PCM_RATE`. */
  readonly kept: KeptSpans
  readonly volume: number
  /** Everything was played. */
  readonly onEnded: () => void
  readonly onFailed: (error: unknown) => void
}

/** Plays what is kept of a recording without gaps: each sample is scheduled at its place in the cut, with the joins' fades. */
export class CutSound {
  #kept: KeptSpans
  #clock: CutClock
  readonly #pcm: PcmBlocks
  readonly #options: CutSoundOptions
  readonly #context: AudioContext
  readonly #gain: GainNode
  readonly #sources = new Set<AudioBufferSourceNode>()
  #run: AbortController | null = null
  /** When the first sample of the cut is, or would have been, played, in seconds of the context. */
  #zero = 0
  #fromSample = 0
  #toSample = 0

  constructor(options: CutSoundOptions) {
    this.#options = options
    this.#kept = options.kept
    this.#clock = new CutClock(options.kept)
    this.#pcm = new PcmBlocks(options.pcmUrl)
    this.#context = new AudioContext({ sampleRate: PCM_RATE })
    this.#gain = this.#context.createGain()
    this.#gain.gain.value = options.volume
    this.#gain.connect(this.#context.destination)
  }

  get pcmUrl(): string {
    return this.#options.pcmUrl
  }

  /** Where the last kept sound ends, on the recording's clock, in ms. */
  get endMs(): number {
    return this.#clock.exactWholeTime(this.#clock.lengthMs, 'before')
  }

  get isPlaying(): boolean {
    return this.#run !== null
  }

  /** On the recording's clock, in ms. */
  get positionMs(): number {
    // Not every browser knows it.
    const latency = 'outputLatency' in this.#context ? this.#context.outputLatency : 0
    const sample = (this.#context.currentTime - latency - this.#zero) * PCM_RATE
    const at = Math.min(Math.max(sample, this.#fromSample), this.#toSample)
    return this.#clock.exactWholeTime((at * 1_000) / PCM_RATE, at === this.#toSample ? 'before' : 'after')
  }

  /** From a time of the recording on, or what is kept between two of its times. */
  start({ startMs, endMs }: Pick<TimeSpan, 'startMs'> & Partial<TimeSpan>): void {
    this.stop()
    const sampleAt = (ms: number): number => Math.round((this.#clock.exactCutTime(ms).ms * PCM_RATE) / 1_000)
    const all = keptSamples(this.#kept)
    this.#fromSample = Math.min(sampleAt(startMs), all)
    this.#toSample = endMs === undefined ? all : Math.min(sampleAt(endMs), all)
    this.#zero = this.#context.currentTime + LEAD_S - this.#fromSample / PCM_RATE
    const run = new AbortController()
    this.#run = run
    this.#play(run.signal).then(
      () => {
        if (run.signal.aborted) return
        this.stop()
        this.#options.onEnded()
      },
      (error: unknown) => {
        if (run.signal.aborted) return
        this.stop()
        this.#options.onFailed(error)
      },
    )
  }

  stop(): void {
    this.#run?.abort()
    this.#run = null
    for (const source of this.#sources) source.stop()
    this.#sources.clear()
  }

  /** While it is stopped. */
  setKept(kept: KeptSpans): void {
    this.#kept = kept
    this.#clock = new CutClock(kept)
  }

  setVolume(volume: number): void {
    this.#gain.gain.value = volume
  }

  close(): void {
    this.stop()
    void this.#context.close()
  }

  async #play(signal: AbortSignal): Promise<void> {
    const context = this.#context
    let hasStarted = false
    const begin = async (): Promise<void> => {
      if (hasStarted) return
      hasStarted = true
      await context.resume()
    }
    // Nothing passes until enough is scheduled.
    await context.suspend()
    this.#zero = onSample(context.currentTime + LEAD_S) - this.#fromSample / PCM_RATE
    for (const slice of cutSlices(this.#kept, this.#fromSample, MOST_SAMPLES)) {
      if (slice.atSample >= this.#toSample) break
      const samples = await this.#pcm.read(slice.startSample, slice.samples, signal)
      if (signal.aborted) return
      this.#schedule(slice, samples)
      if (this.#timeOf(slice) - context.currentTime < AHEAD_S) continue
      await begin()
      await this.#until(() => this.#timeOf(slice) - AHEAD_S, signal)
      if (signal.aborted) return
    }
    await begin()
    await this.#until(() => this.#zero + this.#toSample / PCM_RATE, signal)
  }

  #timeOf({ atSample }: CutSlice): number {
    return this.#zero + atSample / PCM_RATE
  }

  #schedule(slice: CutSlice, samples: Float32Array<ArrayBuffer>): void {
    const left = Math.min(samples.length, this.#toSample - slice.atSample)
    if (left <= 0) return
    const context = this.#context
    fadeSlice(samples, slice)
    const lateS = context.currentTime - this.#timeOf(slice)
    // Reading took too long: all that follows is later.
    if (lateS > 0 && slice.fade === undefined) this.#zero = onSample(this.#zero + lateS + LEAD_S)
    const buffer = context.createBuffer(1, left, PCM_RATE)
    buffer.copyToChannel(samples.subarray(0, left), 0)
    const source = context.createBufferSource()
    source.buffer = buffer
    source.connect(this.#gain)
    source.addEventListener('ended', () => this.#sources.delete(source))
    this.#sources.add(source)
    source.start(this.#timeOf(slice))
  }

  /** Resolves once the context is at a time, or when it is aborted. */
  async #until(time: () => number, signal: AbortSignal): Promise<void> {
    for (let left = this.#leftMs(time); left > 0 && !signal.aborted; left = this.#leftMs(time))
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 250))
        signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
      })
  }

  #leftMs(time: () => number): number {
    return (time() - this.#context.currentTime) * 1_000
  }
}

/** A sample that is between two of the context would be interpolated. */
const onSample = (seconds: number): number => Math.ceil(seconds * PCM_RATE) / PCM_RATE
