import type { RunningCard } from '#contracts/calls/recorder'
import type { ProgramLanguage } from '#core/messages/messages'
import type { ConnectSound } from '../../rpc/sound-connection.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'
import type { SteadyClock } from '#core/recording/steady-clock'
import type { BlockStorage, StartOptions } from '../sending/kept-block.ts'
import { closeDrafts } from './moment-draft.ts'
import { finishStopped, keepForLater, type TranscriptChoice } from './after-stop.ts'
import { type Begun, begunAgain, begunAt } from './begun.ts'
import { forgetRunning, keptRunning } from './kept-running.ts'
import { KeptSound } from './kept-sound.ts'
import { type Notice, noticeId, withMissing, withoutNotice } from './notice.ts'
import { giveOpenMoments, reopenMoments } from './open-moments.ts'
import { elapsedMs } from './own-clock.ts'
import { addPeak, forgetPeaks } from './recent-peaks.ts'
import {
  addNotice,
  dropNotice,
  changeRunning,
  type Ended,
  useMeterStore,
  useRecorderStore,
} from './recorder-store.ts'
import { RecordingSession } from './recording-session.ts'
import { keepForReload, RunningActions } from './running-actions.ts'
import { RunningDevices } from './running-devices.ts'
import type { SessionEnd, SessionPart } from './session-options.ts'
import { Sources, type SoundSystem } from './sources.ts'
import { dismissedAs, watchSound } from './watch-sound.ts'

export interface RecorderOptions {
  readonly studio: StudioClient
  /** Language of errors. */
  readonly language: ProgramLanguage
  readonly connect: ConnectSound
  readonly system: SoundSystem
  readonly clock: SteadyClock
  readonly onError: (error: unknown, language: ProgramLanguage) => void
}

const TICK_MS = 1_000
/** If the studio does not answer Record within this time, the page shows that it is recording anyway. */
const SHOWN_AFTER_MS = 2_000

/** The page's recorder: its sources, and the recording that it makes. Its state is in `useRecorderStore`. */
export class PageRecorder {
  readonly sources: Sources
  readonly actions: RunningActions
  readonly kept: KeptSound
  readonly #options: RecorderOptions
  readonly #devices: RunningDevices
  #session: RecordingSession | null = null
  #transcript: TranscriptChoice | null = null
  #timer: ReturnType<typeof setInterval> | undefined

  language: ProgramLanguage
  readonly #onError = (error: unknown): void => this.#options.onError(error, this.language)

  constructor(options: RecorderOptions) {
    this.#options = options
    this.language = options.language
    this.actions = new RunningActions({
      ...options,
      session: () => this.#session,
      willTranscribe: () => this.willTranscribe,
      onError: this.#onError,
    })
    this.#devices = new RunningDevices(options, this.actions)
    this.kept = new KeptSound({
      ...options,
      shelf: options.system.shelf,
      language: () => this.language,
      onError: this.#onError,
    })
    this.sources = new Sources({
      system: options.system,
      clock: options.clock,
      onSlots: (slots) => useRecorderStore.setState({ slots }),
      onInputs: (inputs) => useRecorderStore.setState({ inputs }),
      onMeters: (meters) => useMeterStore.setState({ meters }),
      onSound: (sound) => this.#session?.take(sound),
      onDevice: (news) => void this.#devices.onNews(news).catch(this.#onError),
    })
  }

  setLanguage(language: ProgramLanguage): void {
    this.language = language
  }

  /** Changes the device of a source of the running recording. */
  changeDevice(input: number, deviceId: string | null): Promise<void> {
    return this.#devices.change(this.sources, input, deviceId)
  }

  get clock(): SteadyClock {
    return this.#options.clock
  }

  /** Whether a transcript will be made after Stop. */
  get willTranscribe(): boolean {
    return this.#transcript !== null
  }

  /** Monitors the devices while the sources are shown or recorded. */
  watch(): void {
    this.#timer ??= setInterval(() => void this.#tick(), TICK_MS)
  }

  /** Closes the devices unless a recording needs them. */
  async release(): Promise<void> {
    if (this.#session !== null) return
    clearInterval(this.#timer)
    this.#timer = undefined
    await this.sources.close()
  }

  /**
   * Starts with the enabled sources, in order. Resolves once the studio has the recording, or does not
   * answer; sound is kept from the time of the call.
   */
  async start(
    options: StartOptions,
    inputs: readonly number[],
    transcript: TranscriptChoice | null,
  ): Promise<void> {
    await this.sources.resume()
    closeDrafts()
    await this.#begin(begunAt(this.clock.now(), options, inputs), transcript)
  }

  /** Continues a recording of a page that was closed or reloaded; the sources are already open. */
  async continue(
    { runningId }: RunningCard,
    inputs: readonly number[],
    transcript: TranscriptChoice | null,
  ): Promise<void> {
    const { studio } = this.#options
    await this.sources.resume()
    // Sound kept by the earlier page comes first; block numbers continue after it.
    await this.kept.delivered()
    const cards = await studio.call('recorder.running', {})
    const card = cards.find((one) => one.runningId === runningId)
    if (card === undefined) return
    const nowMs = this.clock.now()
    if (card.state === 'paused') await studio.call('recorder.resume', { runningId, atMs: nowMs })
    reopenMoments(runningId)
    await this.#begin(begunAgain(card, inputs, keptRunning(), nowMs), transcript)
  }

  /**
   * Final. Resolves once all sound is safe on disk, or is kept for later; the recording's file is created
   * afterwards.
   */
  async stop(): Promise<void> {
    const session = this.#session
    const { running } = useRecorderStore.getState()
    if (session === null || running === null || running.phase === 'stopping') return
    const atMs = this.clock.now()
    changeRunning(({ clock }) => ({ phase: 'stopping', stoppedAtMs: elapsedMs(clock, atMs) }))
    // Asked for before the end, after which the studio accepts none.
    const kept = [this.actions.keepMoments(), this.actions.keepLiveDraft()]
    session.stop(atMs)
    await Promise.all(kept.map((one) => one.catch(this.#onError)))
    await session.ended
  }

  /** Resumes after a pause; a device that was unplugged meanwhile is reopened first. */
  async resume(): Promise<void> {
    const { running } = useRecorderStore.getState()
    if (running === null) return
    await this.sources.reopen(running.inputs)
    this.actions.resume()
  }

  dismiss(notice: Notice): void {
    const id = noticeId(notice)
    const as = dismissedAs(notice, this.sources.meters)
    changeRunning(({ notices, dismissed }) => ({
      notices: withoutNotice(notices, id),
      dismissed: { ...dismissed, [id]: as },
    }))
  }

  async #begin(begun: Begun, transcript: TranscriptChoice | null): Promise<void> {
    const { studio, clock, connect, system } = this.#options
    const onError = this.#onError
    this.#transcript = transcript
    const storage = await system.shelf.create().catch((error: unknown): BlockStorage | null => {
      // If the browser refuses storage, everything stays in memory.
      onError(error)
      return null
    })
    forgetPeaks(begun.inputs.length)
    const shown = Promise.withResolvers<void>()
    const session = new RecordingSession({
      ...begun,
      startedAtMs: begun.clock.startedAtMs,
      library: this.kept.library,
      studio,
      language: () => this.language,
      clock,
      connect,
      storage,
      onTaken: (source, atMs, peak) => {
        const ownClock = useRecorderStore.getState().running?.clock ?? begun.clock
        if (ownClock.pausedSinceMs === null) addPeak(source, elapsedMs(ownClock, atMs), peak)
      },
      onPart: (part) => {
        this.#show(begun, part)
        shown.resolve()
      },
      onConnected: (isConnected) => {
        changeRunning(() => ({ isConnected, keptMs: session.keptMs }))
        // Shown again if it is still failing.
        if (isConnected) dropNotice('failing')
      },
      onSafe: (safeMs) =>
        changeRunning(() => ({ safeMs, acknowledgedAtMs: clock.now(), keptMs: session.keptMs })),
      onMissing: ({ source, ...missing }) => {
        const input = begun.inputs[source]
        if (input !== undefined)
          changeRunning(({ notices }) => ({ notices: withMissing(notices, input, missing) }))
      },
      onDiskLow: (minutes) => addNotice({ kind: 'disk-low', minutes }),
      onFailing: (error) => {
        if (error === null) dropNotice('failing')
        else addNotice({ kind: 'failing', error })
      },
      onError,
    })
    this.#session = session
    this.watch()
    void session.ended.then((end) => this.#end(session, end)).catch(onError)
    session.begin()
    const { runningId, options, clock: ownClock } = begun
    const first = { runningId: runningId ?? '', title: options.title, number: 1, keptMs: 0, clock: ownClock }
    if (runningId !== null) {
      this.#show(begun, first)
      return
    }
    const timer = setTimeout(() => {
      this.#show(begun, first)
      shown.resolve()
    }, SHOWN_AFTER_MS)
    const end = await Promise.race([shown.promise, session.ended])
    clearTimeout(timer)
    if (end?.how === 'failed') throw end.error
  }

  /** From now on, a recording of the studio takes this page's sound. */
  #show(begun: Begun, { runningId, title, clock, number, keptMs }: Omit<SessionPart, 'startedAtMs'>): void {
    const { running: before } = useRecorderStore.getState()
    const isNext = number > 1
    if (this.#transcript !== null && runningId !== '') keepForLater(runningId, this.#transcript)
    useRecorderStore.setState({
      ended: null,
      running: {
        runningId,
        options: { ...begun.options, title },
        inputs: begun.inputs,
        clock: isNext || before === null ? clock : before.clock,
        moments: isNext ? [] : (before?.moments ?? begun.moments),
        phase: before?.phase ?? 'recording',
        stoppedAtMs: before?.stoppedAtMs ?? null,
        safeMs: 0,
        acknowledgedAtMs: null,
        isConnected: false,
        keptMs,
        notices: before?.notices ?? [],
        dismissed: before?.dismissed ?? {},
      },
    })
    keepForReload(this.willTranscribe)
    if (isNext) addNotice({ kind: 'new-part', title, keptMs })
  }

  async #tick(): Promise<void> {
    await this.sources.look().catch(this.#onError)
    const { running, slots } = useRecorderStore.getState()
    const session = this.#session
    if (running === null || session === null) return
    const notices = watchSound(running, slots, this.sources.meters, this.clock.now())
    changeRunning(() => ({ notices, keptMs: session.keptMs }))
  }

  async #end(session: RecordingSession, end: SessionEnd): Promise<void> {
    if (this.#session !== session) return
    this.#session = null
    const { running } = useRecorderStore.getState()
    const { runningId } = session
    useRecorderStore.setState({ running: null })
    forgetRunning()
    if (end.how === 'failed') return
    const base = {
      runningId: runningId ?? '',
      title: running?.options.title ?? '',
      durationMs: running?.stoppedAtMs ?? running?.safeMs ?? 0,
      reason: end.how === 'delivered' ? 'elsewhere' : end.how,
      keptMs: end.how === 'kept' ? end.keptMs : 0,
      willTranscribe: this.#transcript !== null,
      recordingId: null,
      error: null,
    } satisfies Omit<Ended, 'state'>
    await this.release()
    if (runningId === null || end.how === 'kept') {
      useRecorderStore.setState({ ended: { ...base, state: 'done' } })
      return
    }
    useRecorderStore.setState({ ended: { ...base, state: 'finishing' } })
    const { studio } = this.#options
    // Given to it once it is in the library; the next recording may begin before.
    closeDrafts()
    void finishStopped(studio, runningId).then(
      (recordingId) => {
        if (recordingId !== null) void giveOpenMoments(studio, runningId, recordingId).catch(this.#onError)
        useRecorderStore.setState({ ended: { ...base, state: 'done', recordingId } })
      },
      (error: unknown) => useRecorderStore.setState({ ended: { ...base, state: 'failed', error } }),
    )
  }
}
