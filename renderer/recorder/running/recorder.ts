import type { RunningCard } from '#contracts/calls/recorder'
import type { SoundToPage } from '#contracts/sound-wire'
import type { ProgramLanguage } from '#core/messages/messages'
import type { ConnectSound } from '../../rpc/sound-connection.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'
import type { SteadyClock } from '#core/recording/steady-clock'
import type { BlockStorage } from '../sending/kept-block.ts'
import { finishStopped, keepForLater, type TranscriptChoice } from './after-stop.ts'
import { forgetRunning, keptRunning } from './kept-running.ts'
import { type Notice, noticeId, withoutNotice } from './notice.ts'
import { elapsedMs, type OwnClock, resumed } from './own-clock.ts'
import {
  addNotice,
  changeRunning,
  type Running,
  type StartOptions,
  useMeterStore,
  useRecorderStore,
} from './recorder-store.ts'
import { RecordingSession } from './recording-session.ts'
import { keepForReload, RunningActions } from './running-actions.ts'
import { RunningDevices } from './running-devices.ts'
import { Sources, type SoundSystem } from './sources.ts'
import { dismissedAs, watchSound } from './watch-sound.ts'

export interface RecorderOptions {
  readonly studio: StudioClient
  /** Of errors. */
  readonly language: ProgramLanguage
  readonly connect: ConnectSound
  readonly system: SoundSystem
  readonly clock: SteadyClock
  readonly openStorage: (runningId: string) => Promise<BlockStorage | null>
  readonly removeStorage: (runningId: string) => Promise<void>
  readonly onError: (error: unknown, language: ProgramLanguage) => void
}

const TICK_MS = 1_000

/** The page's recorder: its sources, and the recording that it makes. What it does is in `useRecorderStore`. */
export class PageRecorder {
  readonly sources: Sources
  readonly actions: RunningActions
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
    this.actions = new RunningActions(options, () => this.willTranscribe, this.#onError)
    this.#devices = new RunningDevices(options, this.actions)
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

  /** Gives a source of the running recording another device. */
  changeDevice(input: number, deviceId: string | null): Promise<void> {
    return this.#devices.change(this.sources, input, deviceId)
  }

  get clock(): SteadyClock {
    return this.#options.clock
  }

  /** Whether a transcript is made after Stop. */
  get willTranscribe(): boolean {
    return this.#transcript !== null
  }

  /** While the sources are shown or recorded: looks after their devices. */
  watch(): void {
    this.#timer ??= setInterval(() => void this.#tick(), TICK_MS)
  }

  /** Closes the devices unless a recording needs them. */
  async release(): Promise<void> {
    if (useRecorderStore.getState().running !== null) return
    clearInterval(this.#timer)
    this.#timer = undefined
    await this.sources.close()
  }

  /** Starts with the sources that are on, in their order. */
  async start(
    options: StartOptions,
    inputs: readonly number[],
    transcript: TranscriptChoice | null,
  ): Promise<void> {
    const { studio, clock } = this.#options
    await this.sources.resume()
    const startedAtMs = clock.now()
    const { runningId } = await studio.call('recorder.start', { ...options, atMs: startedAtMs })
    const ownClock: OwnClock = { startedAtMs, pausedMs: 0, pausedSinceMs: null }
    await this.#begin({ runningId, options, inputs, clock: ownClock, moments: [] }, transcript, {
      run: 1,
      nextSequences: inputs.map(() => 0),
    })
  }

  /** Goes on with a recording that a page recorded which was closed or reloaded; the sources are open already. */
  async continue(
    card: RunningCard,
    inputs: readonly number[],
    transcript: TranscriptChoice | null,
  ): Promise<void> {
    const { studio, clock } = this.#options
    await this.sources.resume()
    const kept = keptRunning()
    const { runningId, startedAtMs, title, language, people, type, sources, consent, liveText, moments } =
      card
    const known: OwnClock =
      kept?.runningId === runningId ? kept.clock : { startedAtMs, pausedMs: 0, pausedSinceMs: null }
    const nowMs = clock.now()
    if (card.state === 'paused') await studio.call('recorder.resume', { runningId, atMs: nowMs })
    const options = {
      title,
      language,
      people,
      type,
      consent,
      liveText,
      sources: sources.map(({ name, role, device }) => ({ name, role, device })),
    }
    await this.#begin(
      { runningId, options, inputs, clock: resumed(known, nowMs), moments },
      transcript,
      // Another number than any page before it had: seconds since the start, by two.
      {
        run: 2 + (Math.floor((nowMs - startedAtMs) / 2_000) % 65_000),
        nextSequences: sources.map(({ nextSequence }) => nextSequence),
      },
    )
  }

  /** Resolves once all sound is safe on disk; the recording's file is made afterwards. */
  async stop(): Promise<void> {
    const session = this.#session
    const { running } = useRecorderStore.getState()
    if (session === null || running === null || running.phase === 'stopping') return
    const atMs = this.clock.now()
    changeRunning(() => ({ phase: 'stopping' }))
    try {
      await Promise.all([session.settle(atMs), this.actions.keepLiveDraft().catch(this.#onError)])
      if (this.#session !== session) return
      await this.#options.studio.call('recorder.stop', { runningId: session.runningId, atMs })
      await this.#end('asked', elapsedMs(running.clock, atMs))
    } catch (error) {
      changeRunning(() => ({ phase: 'recording' }))
      throw error
    }
  }

  dismiss(notice: Notice): void {
    const id = noticeId(notice)
    const as = dismissedAs(notice, this.sources.meters)
    changeRunning(({ notices, dismissed }) => ({
      notices: withoutNotice(notices, id),
      dismissed: { ...dismissed, [id]: as },
    }))
  }

  async #begin(
    what: Pick<Running, 'runningId' | 'options' | 'inputs' | 'clock' | 'moments'>,
    transcript: TranscriptChoice | null,
    count: { readonly run: number; readonly nextSequences: readonly number[] },
  ): Promise<RecordingSession> {
    const { studio, clock, connect, openStorage } = this.#options
    const onError = this.#onError
    const { runningId, inputs } = what
    this.#transcript = transcript
    if (transcript !== null) keepForLater(runningId, transcript)
    useRecorderStore.setState({
      ended: null,
      running: {
        ...what,
        phase: 'recording',
        safeMs: 0,
        acknowledgedAtMs: null,
        isConnected: false,
        keptMs: 0,
        notices: [],
        dismissed: {},
      },
    })
    keepForReload(this.willTranscribe)
    // Storage that a browser does not give leaves all of it in memory.
    const storage = await openStorage(runningId).catch((error: unknown) => {
      onError(error)
      return null
    })
    const session: RecordingSession = new RecordingSession({
      runningId,
      inputs,
      ...count,
      studio,
      language: () => this.language,
      clock,
      connect,
      storage,
      onConnected: (isConnected) => changeRunning(() => ({ isConnected })),
      onSafe: (safeMs) =>
        changeRunning(() => ({ safeMs, acknowledgedAtMs: clock.now(), keptMs: session.keptMs })),
      onNews: (news) => void this.#onNews(news).catch(onError),
      onError,
    })
    await session.takeStored()
    this.#session = session
    this.watch()
    return session
  }

  async #tick(): Promise<void> {
    await this.sources.look().catch(this.#onError)
    const { running, slots } = useRecorderStore.getState()
    const session = this.#session
    if (running === null || session === null) return
    const notices = watchSound(running, slots, this.sources.meters, this.clock.now())
    changeRunning(() => ({ notices, keptMs: session.keptMs }))
  }

  async #onNews(news: Extract<SoundToPage, { kind: 'disk-low' | 'stopped' | 'refused' }>): Promise<void> {
    const { running } = useRecorderStore.getState()
    if (running === null) return
    if (news.kind === 'disk-low') addNotice({ kind: 'disk-low', minutes: news.minutes })
    else if (news.kind === 'stopped') {
      if (running.phase === 'stopping' && news.reason === 'asked') return
      await this.#end(news.reason === 'disk-full' ? 'disk-full' : 'elsewhere', running.safeMs)
    } else if (news.error.code === 'recorder.unknown') await this.#startNextPart(running)
    else if (running.phase === 'recording') await this.#end('elsewhere', running.safeMs)
  }

  /** The studio was started anew and has recovered what was on disk: the rest becomes a recording of its own. */
  async #startNextPart(running: Running): Promise<void> {
    const { studio } = this.#options
    const before = this.#session
    if (before === null) return
    this.#session = null
    const blocks = await before.unsafeBlocks()
    before.close()
    const atMs = Math.min(this.clock.now(), ...blocks.map((block) => block.atMs))
    const { runningId } = await studio.call('recorder.start', { ...running.options, atMs })
    const { pausedSinceMs } = running.clock
    const clock: OwnClock = { startedAtMs: atMs, pausedMs: 0, pausedSinceMs: null }
    const session = await this.#begin({ ...running, runningId, clock, moments: [] }, this.#transcript, {
      run: 1,
      nextSequences: running.inputs.map(() => 0),
    })
    session.takeBlocks(blocks)
    addNotice({ kind: 'new-part' })
    if (pausedSinceMs !== null) await this.actions.pause()
    await this.#options.removeStorage(before.runningId)
  }

  async #end(reason: 'asked' | 'disk-full' | 'elsewhere', durationMs: number): Promise<void> {
    const { studio, removeStorage } = this.#options
    const session = this.#session
    const { running } = useRecorderStore.getState()
    if (session === null || running === null) return
    const { runningId } = session
    this.#session = null
    session.close()
    const base = {
      runningId,
      title: running.options.title,
      durationMs,
      reason,
      willTranscribe: this.#transcript !== null,
    }
    useRecorderStore.setState({
      running: null,
      ended: { ...base, state: 'finishing', recordingId: null, error: null },
    })
    forgetRunning()
    await this.release()
    if (reason !== 'disk-full') await removeStorage(runningId).catch(this.#onError)
    void finishStopped(studio, runningId).then(
      (recordingId) =>
        useRecorderStore.setState({ ended: { ...base, state: 'done', recordingId, error: null } }),
      (error: unknown) =>
        useRecorderStore.setState({ ended: { ...base, state: 'failed', recordingId: null, error } }),
    )
  }
}
