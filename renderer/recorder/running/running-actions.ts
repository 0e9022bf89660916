import type { LiveChange } from '#core/live-text/live-record'
import type { StudioClient } from '../../rpc/studio-client.ts'
import type { Sleep, SteadyClock } from '#core/recording/steady-clock'
import { keepDrafts } from './moment-draft.ts'
import { keepRunning } from './kept-running.ts'
import { keepLiveDraft } from './live-draft.ts'
import { withoutNotice } from './notice.ts'
import { elapsedMs, type OwnClock, paused, resumed } from './own-clock.ts'
import { addNotice, changeRunning, type PageMoment, useRecorderStore } from './recorder-store.ts'
import type { RecordingSession } from './recording-session.ts'

/** Shorter sleep is not reported. */
const TOLD_FROM_MS = 2_000

export interface RunningActionsOptions {
  readonly studio: StudioClient
  readonly clock: SteadyClock
  readonly session: () => Pick<RecordingSession, 'pause' | 'resume'> | null
  readonly willTranscribe: () => boolean
  readonly onError: (error: unknown) => void
}

/** A person's actions on this page's running recording, except stopping it. */
export class RunningActions {
  readonly #studio: StudioClient
  readonly #clock: SteadyClock
  readonly #options: RunningActionsOptions
  #sleptUntilMs = 0

  constructor(options: RunningActionsOptions) {
    const { studio, clock, onError } = options
    this.#options = options
    this.#studio = studio
    this.#clock = clock
    clock.onSleep((sleep) => void this.slept(sleep).catch(onError))
  }

  /**
   * The computer slept while it was recording: stored with the recording, and reported. The window and the
   * clock may both report it.
   */
  async slept({ fromMs, toMs }: Sleep): Promise<void> {
    const { running } = useRecorderStore.getState()
    if (running?.phase !== 'recording' || running.clock.pausedSinceMs !== null) return
    if (toMs - fromMs < TOLD_FROM_MS || fromMs < this.#sleptUntilMs) return
    this.#sleptUntilMs = toMs
    const atMs = elapsedMs(running.clock, fromMs)
    addNotice({ kind: 'slept', atMs, lengthMs: toMs - fromMs })
    await this.#studio.call('recorder.slept', { runningId: running.runningId, fromMs, toMs })
  }

  /** Works whether or not the studio is reachable. */
  pause(): void {
    const { running } = useRecorderStore.getState()
    if (running === null || running.clock.pausedSinceMs !== null) return
    const atMs = this.#clock.now()
    this.#options.session()?.pause(atMs)
    this.#setClock((clock) => paused(clock, atMs))
  }

  /** Works whether or not the studio is reachable. */
  resume(): void {
    const { running } = useRecorderStore.getState()
    if (running === null || running.clock.pausedSinceMs === null) return
    const atMs = this.#clock.now()
    this.#options.session()?.resume(atMs)
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

  /** The change comes back over the sound's channel, to every page. */
  async changeText(change: LiveChange): Promise<void> {
    const { running } = useRecorderStore.getState()
    if (running === null) return
    await this.#studio.call('recorder.changeText', { runningId: running.runningId, change })
  }

  /** Saves what is being typed in the text. */
  keepLiveDraft(): Promise<void> {
    return keepLiveDraft((change) => this.changeText(change))
  }

  /** Saves the moments that are being typed. */
  keepMoments(): Promise<void> {
    return keepDrafts((moment) => this.setMoment(moment))
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
    keepForReload(this.#options.willTranscribe())
  }
}

/** Stores in this browser what the page needs to continue after a reload. */
export function keepForReload(willTranscribe: boolean): void {
  const { running } = useRecorderStore.getState()
  if (running !== null) keepRunning({ runningId: running.runningId, clock: running.clock, willTranscribe })
}
