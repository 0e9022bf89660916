import type { Library } from '../library/library.ts'
import { soundFiles } from '../sound/decode.ts'
import { decodeSound } from './steps/sound.ts'

/** Prepared audio of recordings already decoded by a job, recreated if the cache was deleted. */
export class SoundPreparation {
  readonly #library: Library
  readonly #cacheFolder: string
  readonly #running = new Map<string, Promise<void>>()

  constructor({ library, cacheFolder }: { readonly library: Library; readonly cacheFolder: string }) {
    this.#library = library
    this.#cacheFolder = cacheFolder
  }

  /**
   * Concurrent calls share one run. Faults of `decodeSound`; does nothing if a job is decoding the audio or
   * has yet to.
   */
  prepare(recordingId: string): Promise<void> {
    const running = this.#running.get(recordingId)
    if (running !== undefined) return running
    const started = this.#prepare(recordingId).finally(() => this.#running.delete(recordingId))
    this.#running.set(recordingId, started)
    return started
  }

  async #prepare(recordingId: string): Promise<void> {
    const { track } = await this.#library.card(recordingId)
    const jobs = await this.#library.jobsOf(recordingId)
    const isAtWork = jobs.some(({ kind, state }) => kind === 'transcribe' && state === 'running')
    if (track === null || isAtWork) return
    const recording = await this.#library.recording(recordingId)
    await decodeSound(this.#library, recording, track, soundFiles(this.#cacheFolder, recordingId, track), {
      // Never aborted: the next caller uses the result even if the requesting page is closed.
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
  }
}
