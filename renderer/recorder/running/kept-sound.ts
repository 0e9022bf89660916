import type { ProgramLanguage } from '#core/messages/messages'
import type { SteadyClock } from '#core/recording/steady-clock'
import type { ConnectSound } from '../../rpc/sound-connection.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'
import type { BlockStorage, SoundShelf } from '../sending/kept-block.ts'
import { RecordingSession } from './recording-session.ts'

export interface KeptSoundOptions {
  readonly studio: StudioClient
  readonly language: () => ProgramLanguage
  readonly clock: SteadyClock
  readonly connect: ConnectSound
  readonly shelf: SoundShelf
  readonly onError: (error: unknown) => void
}

/** Sound of an earlier page that became a separate recording. */
export interface KeptRecording {
  readonly title: string
  readonly lengthMs: number
}

/**
 * Sound that earlier pages kept and that did not reach a disk: it is sent to its recording, which continues,
 * or was to be stopped. If that was closed meanwhile, it becomes a separate recording.
 */
export class KeptSound {
  readonly #options: KeptSoundOptions
  #library: string | null = null
  #delivering: Promise<void> = Promise.resolve()
  readonly #listeners = new Set<(kept: KeptRecording) => void>()

  constructor(options: KeptSoundOptions) {
    this.#options = options
  }

  /** Distinguishes this library from others at the same address; null until known. */
  get library(): string | null {
    return this.#library
  }

  onRecording(listener: (kept: KeptRecording) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves once what was found so far is on disk, or is left for later. */
  delivered(): Promise<void> {
    return this.#delivering
  }

  /** Searches for kept sound, and sends it to the studio. */
  deliver(): Promise<void> {
    this.#delivering = this.#delivering.then(() => this.#deliver()).catch(this.#options.onError)
    return this.#delivering
  }

  async #deliver(): Promise<void> {
    const { shelf, studio } = this.#options
    this.#library ??= (await studio.call('libraries.list', {})).own.folder
    for (const storage of await shelf.takeLeft()) await this.#deliverOne(storage)
  }

  async #deliverOne(storage: BlockStorage): Promise<void> {
    const about = await storage.about()
    if (about === null) {
      // Its page was killed before any sound was stored.
      await storage.delete()
      return
    }
    const { runningId, options, library, stoppedAtMs, pauses } = about
    if (library !== null && library !== this.#library) {
      storage.release()
      return
    }
    const { studio, language, clock, connect, onError } = this.#options
    let own: KeptRecording | null = null
    const session = new RecordingSession({
      studio,
      language,
      clock,
      connect,
      storage,
      options,
      startedAtMs: 0,
      runningId,
      library,
      inputs: [],
      nextSequences: options.sources.map(() => 0),
      run: 0,
      pauses,
      onTaken: () => undefined,
      onPart: ({ title, keptMs }) => (own = { title, lengthMs: keptMs }),
      onConnected: () => undefined,
      onSafe: () => undefined,
      onDiskLow: () => undefined,
      onMissing: () => undefined,
      onFailing: () => undefined,
      onError,
    })
    await session.takeStored()
    if (runningId === null && session.keptMs === 0) {
      await storage.delete()
      return
    }
    session.begin()
    if (stoppedAtMs !== null) session.stop(stoppedAtMs)
    const { how } = await session.ended
    if (own !== null && how !== 'kept') for (const listener of this.#listeners) listener(own)
  }
}
