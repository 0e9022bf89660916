import type { PlayerState } from './player.ts'

type Trouble = PlayerState['trouble']

/** What a media element plays: sets it, begins it, and says what is wrong with it. */
export class SoundSource {
  readonly #element: HTMLMediaElement
  /** Null: nothing is wrong any more. */
  readonly #onTrouble: (trouble: Trouble) => void
  #url: string | null

  constructor(element: HTMLMediaElement, url: string | null, onTrouble: (trouble: Trouble) => void) {
    this.#element = element
    this.#url = url
    this.#onTrouble = onTrouble
    if (url !== null) element.src = url
  }

  /** False where it is the same as before: it may be playing and is left alone. Where it was is kept. */
  set(url: string | null): boolean {
    if (url === this.#url) return false
    this.#url = url
    const at = this.#element.currentTime
    this.#onTrouble(null)
    if (url === null) this.#element.removeAttribute('src')
    else this.#element.src = url
    this.#element.load()
    this.#element.currentTime = at
    return true
  }

  /** `onFailed`: nothing plays. */
  start(onFailed: () => void): void {
    const element = this.#element
    if (element.src === '') return
    if (element.error !== null) this.#reload()
    element.play().catch((error: unknown) => {
      // A pause before the sound had begun is no trouble; neither is a load that took its place.
      if (error instanceof DOMException && error.name === 'AbortError') return
      onFailed()
      if (element.error === null && !(error instanceof DOMException && error.name === 'NotAllowedError')) {
        this.#onTrouble('unplayable')
      }
    })
  }

  /** The element says that it failed: why, is found out. */
  async findTrouble(): Promise<void> {
    const element = this.#element
    const address = element.src
    const trouble = lacksDevice(element.error) ? 'no-device' : await troubleOf(address)
    if (element.src === address && element.error !== null) this.#onTrouble(trouble)
  }

  close(): void {
    // Without a source the browser gives its connection back.
    this.#element.removeAttribute('src')
    this.#element.load()
  }

  #reload(): void {
    const at = this.#element.currentTime
    this.#onTrouble(null)
    this.#element.load()
    this.#element.currentTime = at
  }
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
