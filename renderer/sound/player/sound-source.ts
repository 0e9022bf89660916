import type { PlayerState } from './player.ts'

type PlaybackError = PlayerState['playbackError']

/** Who pressed Play longer ago no longer waits for it, in ms. */
const REQUESTED_MS = 5_000

/** The source of a media element: sets it, starts it, and reports what is wrong with it. */
export class SoundSource {
  readonly #element: HTMLMediaElement
  /** Null: the error is resolved. */
  readonly #onError: (playbackError: PlaybackError) => void
  #url: string | null
  /** Playback that was requested before there is sound. */
  #requested: { readonly atMs: number; readonly onFailed: () => void } | null = null

  constructor(
    element: HTMLMediaElement,
    url: string | null,
    onError: (playbackError: PlaybackError) => void,
  ) {
    this.#element = element
    this.#url = url
    this.#onError = onError
    if (url !== null) element.src = url
  }

  /** Returns false if the URL is unchanged: playback is not interrupted. The position is kept. */
  set(url: string | null): boolean {
    if (url === this.#url) return false
    this.#url = url
    const at = this.#element.currentTime
    this.#onError(null)
    if (url === null) this.#element.removeAttribute('src')
    else this.#element.src = url
    this.#element.load()
    this.#element.currentTime = at
    const requested = this.#requested
    if (url !== null && requested !== null && performance.now() - requested.atMs < REQUESTED_MS)
      this.start(requested.onFailed)
    return true
  }

  /** At once, or as soon as there is sound. `onFailed`: playback did not start. */
  start(onFailed: () => void): void {
    const element = this.#element
    this.#requested = this.#url === null ? { atMs: performance.now(), onFailed } : null
    if (this.#url === null) return
    if (element.error !== null) this.#reload()
    element.play().catch((error: unknown) => {
      // Pausing or loading another source before playback starts is not an error.
      if (error instanceof DOMException && error.name === 'AbortError') return
      onFailed()
      if (element.error === null && !(error instanceof DOMException && error.name === 'NotAllowedError')) {
        this.#onError('unplayable')
      }
    })
  }

  /** Playback is no longer requested. */
  cancel(): void {
    this.#requested = null
  }

  /** Determines the cause after the element reported an error. */
  async findError(): Promise<void> {
    const element = this.#element
    const address = element.src
    const playbackError = lacksDevice(element.error) ? 'no-device' : await errorOf(address)
    if (element.src === address && element.error !== null) this.#onError(playbackError)
  }

  close(): void {
    // Removing the source makes the browser close its connection.
    this.#element.removeAttribute('src')
    this.#element.load()
  }

  #reload(): void {
    const at = this.#element.currentTime
    this.#onError(null)
    this.#element.load()
    this.#element.currentTime = at
  }
}

/** Firefox stops with this error if the machine has no sound device. */
function lacksDevice(error: MediaError | null): boolean {
  return error !== null && /MediaSinkAudio|CUBEB/iu.test(error.message)
}

/** The element reports only a failure; the studio reports whether the sound exists. */
async function errorOf(address: string): Promise<'missing' | 'unplayable'> {
  try {
    const answer = await fetch(address, { headers: { range: 'bytes=0-0' } })
    return answer.ok ? 'unplayable' : 'missing'
  } catch (error) {
    if (error instanceof TypeError) return 'missing'
    throw error
  }
}
