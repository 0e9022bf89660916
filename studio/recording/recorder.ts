import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { RecordingCodec } from '#contracts/recording-codec'
import type { StopReason } from '#core/recording/journal-entry'
import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { finishWritten } from './finish-written.ts'
import { emptyLiveFeed, keptLiveFeed } from './live-feed.ts'
import { newRunningId, recordingsFolder } from './recording-folder.ts'
import { RecordingNotes } from './recording-notes.ts'
import { RecordingWriter } from './recording-writer.ts'
import {
  type BegunRecording,
  begunRecording,
  type NewRunning,
  type RecorderNews,
  type RunningRecording,
} from './running-recording.ts'
import type { KeptBlocks, SafeSound, WriterEvents } from './writer-options.ts'
import { type WrittenRecording, writtenRecordings } from './written-recordings.ts'

export interface RecorderOptions {
  readonly library: Library
  readonly dataFolder: string
  readonly codec: () => Promise<RecordingCodec>
  readonly onError: (error: unknown) => void
  /** Called for each recording that begins. */
  readonly onStarted?: (running: RunningRecording) => void
}

/** The recordings written by this process, by their ids. */
export class Recorder {
  readonly #options: RecorderOptions
  readonly #running = new Map<string, RunningRecording>()
  /** Safe sound of recordings that were stopped but whose file could not be made. */
  readonly #notMade = new Map<string, readonly SafeSound[]>()
  readonly #closing = new AbortController()
  readonly notes = new RecordingNotes(
    (id) => this.get(id),
    (id) => this.#announce(id),
  )

  constructor(options: RecorderOptions) {
    this.#options = options
  }

  get all(): readonly RunningRecording[] {
    return [...this.#running.values()]
  }

  /** Faults: `disk.full`, `disk.read-only`, `disk.failed`. */
  async start(options: NewRunning): Promise<RunningRecording> {
    const { title, language, people, type, sources, consent, atMs, liveText, fromPage } = options
    const id = newRunningId(Date.now())
    const folder = path.join(recordingsFolder(this.#options.dataFolder), id)
    const about = { title, language, people, type, sources, atMs }
    const writer = await RecordingWriter.start({
      folder,
      start: {
        kind: 'start',
        version: 1,
        id,
        ...about,
        ...(liveText === true && { liveText }),
        ...(fromPage === true && { fromPage }),
      },
      consent,
      firstSequences: options.firstSequences,
      ...this.#eventsOf(id),
    })
    return this.#begin({
      id,
      options,
      writer,
      title,
      moments: new Map(),
      consent,
      devices: sources.map(({ device }) => device),
      live: emptyLiveFeed('off'),
      isWaiting: false,
    })
  }

  /**
   * Takes over a page's recording whose writer was killed, so that the page can continue it; null if a live
   * process writes it.
   */
  async takeOver({ id, folder, state }: WrittenRecording): Promise<RunningRecording | null> {
    const writer = await RecordingWriter.takeOver({ folder, state, ...this.#eventsOf(id) })
    if (writer === null) return null
    const { start, title, consent, moments, devices } = state
    return this.#begin({
      id,
      options: { ...start, title, consent },
      writer,
      title,
      moments: new Map(moments.map((moment) => [moment.id, moment])),
      consent,
      devices: [...devices],
      live: keptLiveFeed(state.live),
      isWaiting: true,
    })
  }

  /**
   * A page attaches, with the sound that it kept, to a recording whose writer was killed; resolves once sound
   * may be appended.
   */
  async attend(running: RunningRecording, kept: readonly KeptBlocks[]): Promise<void> {
    if (running.isWaiting) {
      running.isWaiting = false
      running.joined = running.writer.rejoin(kept).then(
        () => {
          this.#options.onStarted?.(running)
          this.#announce(running.id)
        },
        (error: unknown) => {
          running.isWaiting = true
          throw error
        },
      )
    }
    await running.joined
  }

  /** Stops waiting for the page of a recording, leaving it as after its writer was killed. */
  async leave(running: RunningRecording): Promise<void> {
    running.isWaiting = false
    this.#running.delete(running.id)
    await running.writer.leave()
    this.#announce(running.id)
  }

  #eventsOf(id: string): WriterEvents {
    const tell = (news: RecorderNews): void => {
      for (const listener of this.#running.get(id)?.listeners ?? []) listener(news)
    }
    return {
      onSafe: (safe) => tell({ kind: 'safe', sources: safe }),
      onMissing: (missing) => tell({ kind: 'missing', ...missing }),
      onDiskLow: (minutes) => {
        const running = this.#running.get(id)
        if (running !== undefined) running.diskLowMinutes = minutes
        tell({ kind: 'disk-low', minutes })
        this.#announce(id)
      },
      onFailing: (error) => {
        const running = this.#running.get(id)
        if (running !== undefined) running.failing = error
        tell({ kind: 'failing', error })
      },
      onStopped: (reason) => {
        const running = this.#running.get(id)
        if (running !== undefined) this.#finish(running, reason, tell)
      },
      onError: this.#options.onError,
    }
  }

  #begin(begun: BegunRecording): RunningRecording {
    const running = begunRecording(begun)
    this.#running.set(running.id, running)
    this.#announce(running.id)
    if (!running.isWaiting) this.#options.onStarted?.(running)
    return running
  }

  /** Fault `recorder.unknown`: it is not in progress, or another program writes it. */
  get(id: string): RunningRecording {
    const running = this.#running.get(id)
    if (running === undefined) throw new Fault('recorder.unknown', { id })
    return running
  }

  isWriting(id: string): boolean {
    return this.#running.get(id)?.stopReason === null
  }

  /** The sound that an ended recording certainly includes, by source; null if unknown. */
  async endedSound(id: string): Promise<SafeSound[] | null> {
    const running = this.#running.get(id)
    if (running !== undefined) return [...running.writer.safe]
    const notMade = this.#notMade.get(id)
    if (notMade !== undefined) return [...notMade]
    const { library, dataFolder } = this.#options
    const recordingId = await library.recordingOfRunning(id)
    const { synced } =
      recordingId === null
        ? ((await writtenRecordings(dataFolder)).find((one) => one.id === id)?.state ?? {})
        : ((await library.recordedFacts(recordingId)) ?? {})
    return synced?.map((one, source) => ({ source, ...one })) ?? null
  }

  /** Resolves once all received sound is on disk; its file is made afterwards (`result`). */
  async stop(id: string, atMs: number, reason: StopReason): Promise<RunningRecording> {
    const running = this.get(id)
    running.isWaiting = false
    await running.writer.stop(atMs, reason)
    return running
  }

  /** The library recording that it becomes; null if nothing was recorded. Waits for its end. */
  async result(id: string): Promise<string | null> {
    const running = this.#running.get(id)
    if (running === undefined) return this.#options.library.recordingOfRunning(id)
    const recording = await (running.result ??
      new Promise<StoredRecording | null>((resolve, reject) => {
        running.listeners.add((news) => {
          if (news.kind === 'added') resolve(news.recording)
          else if (news.kind === 'not-added') reject(news.error)
        })
      }))
    return recording?.id ?? null
  }

  /** Ends recordings cleanly; unfinished files are made the next time the library is opened. */
  async close(): Promise<void> {
    this.#closing.abort(new Fault('job.cancelled'))
    const all = this.all
    await Promise.all(
      all.map((running) =>
        // The next program waits for its page again.
        running.isWaiting ? this.leave(running) : running.writer.stop(Date.now(), 'closed'),
      ),
    )
    await Promise.allSettled(all.flatMap(({ result }) => (result === null ? [] : [result])))
  }

  #finish(running: RunningRecording, reason: StopReason, tell: (news: RecorderNews) => void): void {
    running.stopReason = reason
    running.finished = 0
    tell({ kind: 'stopped', reason, atMs: running.writer.endedAtMs })
    this.#announce(running.id)
    running.result = this.#makeFile(running).then(
      (recording) => {
        this.#running.delete(running.id)
        tell({ kind: 'added', recording })
        return recording
      },
      (error: unknown) => {
        this.#notMade.set(running.id, running.writer.safe)
        this.#running.delete(running.id)
        if (!this.#closing.signal.aborted) this.#announce(running.id)
        tell({ kind: 'not-added', error })
        throw error
      },
    )
    // Also reported to listeners; callers that await `result` handle it there.
    running.result.catch(() => undefined)
  }

  async #makeFile({ id, writer, title }: RunningRecording): Promise<StoredRecording | null> {
    const { library, dataFolder, codec } = this.#options
    const made = await finishWritten(writer.folder, {
      library,
      dataFolder,
      codec,
      title,
      signal: this.#closing.signal,
      onProgress: (fraction) => {
        const running = this.#running.get(id)
        if (running !== undefined) running.finished = fraction
      },
    })
    // Another program makes it.
    return made?.recording ?? null
  }

  /** On a full disk, pages see the change when they next ask. */
  #announce(id: string): void {
    this.#options.library.announceRecorder(id).catch((error: unknown) => {
      if (!(error instanceof Fault) || error.code !== 'disk.full') this.#options.onError(error)
    })
  }
}
