import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { FRAMES_PER_MS } from '#core/recording/block'
import { PCM_RATE } from '#core/sound/pcm'
import type { StartEngine } from '../engine-link/engine-child.ts'
import { codeOf } from '../faults/error-code.ts'
import type { Library } from '../library/library.ts'
import { DEFAULT_MODELS, type Model, type ModelStore } from '../models/model-store.ts'
import { lowerPriority } from '../processes/low-priority.ts'
import { readPreferences } from '../preferences.ts'
import { markLiveText } from '../recording/live-marker.ts'
import { keepLine } from '../recording/live-changes.ts'
import type { RunningRecording } from '../recording/running-recording.ts'
import { LiveDecoder } from './live-decoder.ts'
import { LiveDrafts } from './live-drafts.ts'
import { LiveEngine } from './live-engine.ts'
import { liveRecognizers } from './live-recognizers.ts'
import { LiveSound } from './live-sound.ts'
import { LiveSource } from './live-source.ts'
import { LiveText } from './live-text.ts'

const TICK_MS = 500
const MAX_DECODED_AGAIN_MS = 60_000
/** A killed program leaves its sound; a running one begins a new file every few minutes. */
const LEFT_MS = 24 * 3_600_000

export interface LiveTextsOptions {
  readonly library: Library
  readonly models: ModelStore
  readonly cacheFolder: string
  readonly startEngine: StartEngine
  /** Holds jobs that use a recognizer until the returned function is called. */
  readonly holdJobs: () => () => void
  readonly onError: (error: unknown) => void
}

interface Current {
  readonly ending: AbortController
  readonly done: Promise<void>
}

/** Text while recording, for one recording at a time; jobs with a recognizer wait meanwhile. */
export class LiveTexts {
  readonly #options: LiveTextsOptions
  #current: Current | null = null

  constructor(options: LiveTextsOptions) {
    this.#options = options
    dropOldSound(folderIn(options.cacheFolder), Date.now()).catch(options.onError)
  }

  /** Returns at once; results are reported through the recording's `live`. */
  follow(running: RunningRecording): void {
    if (running.options.liveText !== true) return
    const before = this.#current
    if (before !== null && !before.ending.signal.aborted) {
      running.live.state = 'busy'
      return
    }
    running.live.state = 'loading'
    const ending = new AbortController()
    running.listeners.add(({ kind }) => kind === 'stopped' && ending.abort())
    const done = Promise.resolve(before?.done)
      .then(() => this.#run(running, ending.signal))
      .catch((error: unknown) => {
        if (ending.signal.aborted) return
        running.live.state = 'failed'
        running.live.error = error
        tell(running)
      })
      .finally(() => {
        if (this.#current === current) this.#current = null
      })
    const current: Current = { ending, done }
    this.#current = current
  }

  /** Ends the engine; recordings are not affected. */
  async close(): Promise<void> {
    this.#current?.ending.abort()
    await this.#current?.done
  }

  async #run(running: RunningRecording, signal: AbortSignal): Promise<void> {
    const { library, models, cacheFolder, startEngine, holdJobs, onError } = this.#options
    const letGo = holdJobs()
    // Without the mark, jobs of other programs continue, and text is still made.
    const marked = markLiveText(running.writer.folder).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') this.#options.onError(error)
      return () => Promise.resolve()
    })
    const folder = path.join(folderIn(cacheFolder), running.id)
    let close = (): Promise<unknown> => Promise.resolve()
    try {
      const language = running.options.language === 'auto' ? null : running.options.language
      const { modelByLanguage } = await readPreferences(library)
      const terms = await library.termsFor(running.id)
      const [{ recognizers, missing }, detector] = await Promise.all([
        liveRecognizers(models, { language, modelByLanguage, terms }),
        models.find(DEFAULT_MODELS['speech-detection']),
      ])
      await models.ensureVerified(detector)
      await mkdir(folder, { recursive: true })
      if (signal.aborted) return
      const replaced = (model: string, by: Model, error: unknown): void => {
        onError(error)
        running.live.fallback = { model, by: by.entry.name, error }
        tell(running)
      }
      const engine = new LiveEngine({
        store: models,
        recognizers,
        detector,
        language,
        startEngine,
        onReplaced: (unusable, by, error) => replaced(unusable.entry.name, by, error),
      })
      close = () => engine.close()
      signal.addEventListener('abort', () => void engine.close(), { once: true })
      await engine.start()
      if (missing !== null) replaced(missing.name, engine.model, missing.fault)
      const sounds = running.options.sources.map(
        (_, source) =>
          new LiveSound({
            folder,
            source,
            read: (fromFrame, frames) => running.writer.read(source, fromFrame, frames),
            fromSample: decodedUntil(running, source),
          }),
      )
      close = () => Promise.all([engine.close(), ...sounds.map((sound) => sound.close())])
      const decoder = new LiveDecoder(engine, language, signal)
      await this.#follow(running, signal, {
        sources: sounds.map(
          (sound, source) =>
            new LiveSource({
              source,
              sound,
              isFar: running.options.sources[source]?.role === 'system',
              engine,
              signal,
            }),
        ),
        decode: (chunk, sound) => decoder.words(chunk, sound),
        drafts: new LiveDrafts({
          decode: (range, sound) => decoder.draft(range, sound),
          isStreamed: () => decoder.isStreamed,
          now: () => performance.now(),
        }),
        foundLanguage: () => decoder.language,
        pid: () => engine.pid,
      })
    } finally {
      await close()
      await rm(folder, { recursive: true, force: true })
      await (
        await marked
      )()
      letGo()
    }
  }

  /** Resolves when the recording has ended; rejects when no more text can be made. */
  async #follow(
    running: RunningRecording,
    signal: AbortSignal,
    {
      sources,
      decode,
      drafts,
      foundLanguage,
      pid,
    }: {
      readonly sources: readonly LiveSource[]
      readonly decode: ConstructorParameters<typeof LiveText>[0]['decode']
      readonly drafts: LiveDrafts
      readonly foundLanguage: () => string
      readonly pid: () => number | undefined
    },
  ): Promise<void> {
    const ended = Promise.withResolvers<void>()
    const text = new LiveText({
      feed: running.live,
      sources,
      decode,
      language: running.options.language,
      drafts,
      foundLanguage,
      now: () => performance.now(),
      onChange: () => tell(running),
      onLine: (line) => void keepLine(running, line).catch(this.#options.onError),
      onFailed: ended.reject,
    })
    signal.addEventListener('abort', () => ended.resolve(), { once: true })
    if (signal.aborted) ended.resolve()
    let lowered: number | undefined
    const timer = setInterval(() => {
      const now = pid()
      if (now !== undefined && now !== lowered) lowerPriority(now, LOWER)
      lowered = now
      void text.tick()
    }, TICK_MS)
    try {
      await ended.promise
    } finally {
      clearInterval(timer)
      await text.close()
    }
  }
}

/**
 * How far a killed writer had text, in samples at 16 kHz; more than a minute of sound is not decoded again.
 */
function decodedUntil({ live, writer }: RunningRecording, source: number): number {
  const ends = live.lines.filter((line) => line.source === source).map(({ endMs }) => endMs)
  const length = Math.floor(writer.frames / FRAMES_PER_MS)
  const fromMs = Math.max(0, Math.min(length, Math.max(length - MAX_DECODED_AGAIN_MS, ...ends)))
  return Math.floor((fromMs * PCM_RATE) / 1000)
}

function tell(running: RunningRecording): void {
  for (const listener of running.listeners) listener({ kind: 'live' })
}

/**
 * The recording has priority: text gets a quarter of a core next to a program that wants all of it; Windows
 * has no such level.
 */
const LOWER = process.platform === 'win32' ? os.constants.priority.PRIORITY_BELOW_NORMAL : 5

const folderIn = (cacheFolder: string): string => path.join(cacheFolder, 'live')

async function dropOldSound(folder: string, nowMs: number): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  for (const name of names) {
    const own = path.join(folder, name)
    if (nowMs - (await stat(own)).mtimeMs > LEFT_MS) await rm(own, { recursive: true, force: true })
  }
}
