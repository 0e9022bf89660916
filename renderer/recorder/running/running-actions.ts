import type { StudioClient } from '../../rpc/studio-client.ts'
import type { SteadyClock } from '../capture/steady-clock.ts'
import { keepRunning } from './kept-running.ts'
import { withoutNotice } from './notice.ts'
import { type OwnClock, paused, resumed } from './own-clock.ts'
import { changeRunning, type PageMoment, useRecorderStore } from './recorder-store.ts'

/** What a person does to the running recording of this page, besides stopping it. */
export class RunningActions {
  readonly #studio: StudioClient
  readonly #clock: SteadyClock
  readonly #willTranscribe: () => boolean

  constructor(
    { studio, clock }: { readonly studio: StudioClient; readonly clock: SteadyClock },
    willTranscribe: () => boolean,
  ) {
    this.#studio = studio
    this.#clock = clock
    this.#willTranscribe = willTranscribe
  }

  async pause(): Promise<void> {
    const { running } = useRecorderStore.getState()
    if (running === null || running.clock.pausedSinceMs !== null) return
    const atMs = this.#clock.now()
    await this.#studio.call('recorder.pause', { runningId: running.runningId, atMs })
    this.#setClock((clock) => paused(clock, atMs))
  }

  async resume(): Promise<void> {
    const { running } = useRecorderStore.getState()
    if (running === null || running.clock.pausedSinceMs === null) return
    const atMs = this.#clock.now()
    await this.#studio.call('recorder.resume', { runningId: running.runningId, atMs })
    this.#setClock((clock) => resumed(clock, atMs))
    changeRunning(({ notices }) => ({ notices: withoutNotice(notices, 'no-source') }))
  }

  /** Adds a moment or replaces the one with its id. */
  async setMoment(moment: PageMoment): Promise<void> {
    const { running } = useRecorderStore.getState()
    if (running === null) return
    await this.#studio.call('recorder.setMoment', { runningId: running.runningId, moment })
    changeRunning(({ moments }) => ({
      moments: [...moments.filter(({ id }) => id !== moment.id), moment].toSorted((a, b) => a.atMs - b.atMs),
    }))
  }

  async removeMoment(momentId: string): Promise<void> {
    const { running } = useRecorderStore.getState()
    if (running === null) return
    await this.#studio.call('recorder.removeMoment', { runningId: running.runningId, momentId })
    changeRunning(({ moments }) => ({ moments: moments.filter(({ id }) => id !== momentId) }))
  }

  async setConsent(given: boolean): Promise<void> {
    const { running } = useRecorderStore.getState()
    if (running === null) return
    const consent = { given, atMs: this.#clock.now() }
    await this.#studio.call('recorder.setConsent', { runningId: running.runningId, consent })
    changeRunning(({ options }) => ({ options: { ...options, consent } }))
  }

  #setClock(change: (clock: OwnClock) => OwnClock): void {
    changeRunning(({ clock }) => ({ clock: change(clock) }))
    keepForReload(this.#willTranscribe())
  }
}

/** Keeps in this browser what the page needs to go on after a reload. */
export function keepForReload(willTranscribe: boolean): void {
  const { running } = useRecorderStore.getState()
  if (running !== null) keepRunning({ runningId: running.runningId, clock: running.clock, willTranscribe })
}
