/** A media element without sound: time passes only through `pass`. */
export class FakeMedia extends EventTarget {
  src = ''
  preload = ''
  paused = true
  ended = false
  seeking = false
  muted = false
  playbackRate = 1
  defaultPlaybackRate = 1
  preservesPitch = false
  volume = 1
  duration = NaN
  error: { readonly code: number; readonly message: string } | null = null
  loads = 0
  /** Error with which `play` rejects. */
  refusal: Error | null = null
  #time = 0

  get currentTime(): number {
    return this.#time
  }
  set currentTime(seconds: number) {
    this.#time = seconds
    this.ended = false
    this.dispatchEvent(new Event('seeked'))
  }

  play(): Promise<void> {
    if (this.refusal !== null) return Promise.reject(this.refusal)
    if (this.paused) {
      this.paused = false
      this.dispatchEvent(new Event('play'))
    }
    return Promise.resolve()
  }
  pause(): void {
    if (this.paused) return
    this.paused = true
    this.dispatchEvent(new Event('pause'))
  }
  load(): void {
    this.loads++
    this.error = null
  }
  removeAttribute(name: string): void {
    if (name === 'src') this.src = ''
  }

  /** Reports metadata with this duration. */
  ready(seconds: number): void {
    this.duration = seconds
    this.dispatchEvent(new Event('durationchange'))
  }
  fail(message = ''): void {
    this.error = { code: 4, message }
    this.paused = true
    this.dispatchEvent(new Event('error'))
  }
  /** Advances playback, in steps like a browser's. */
  pass(ms: number, stepMs = 4): void {
    for (let left = ms; left > 0 && !this.paused; left -= stepMs) {
      this.#time += Math.min(left, stepMs) / 1_000
      if (this.#time >= this.duration) {
        this.#time = this.duration
        this.paused = true
        this.ended = true
        this.dispatchEvent(new Event('pause'))
        this.dispatchEvent(new Event('ended'))
        return
      }
      this.dispatchEvent(new Event('timeupdate'))
    }
  }
}
