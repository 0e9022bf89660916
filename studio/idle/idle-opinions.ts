import { supportsLanguage } from '../models/languages.ts'
import { likelyPartsInWorker } from '../doubt/count-in-worker.ts'
import { evidenceOf } from '../doubt/kept-evidence.ts'
import { opinionKey } from '../job-kinds/second-opinion.ts'
import { opinionSettings } from '../recognition/second-opinion/opinion-settings.ts'
import type { JobRunner } from '../queue/job-runner.ts'
import type { LibraryEvent, TranscriptFacts, Watch } from '../library/library.ts'
import { DOUBT_OPINION } from '../library/tables/results/second-opinions.ts'
import type { Model } from '../models/model-store.ts'
import { readPreferences } from '../preferences.ts'
import type { Studio } from '../studio.ts'
import { isOnBattery } from '../power/battery.ts'

const QUIET_MS = 20_000
/** Polling interval: the system sends no event. */
const POWER_EVERY_MS = 60_000
/** Number of transcripts examined to find one with something to check. */
const LOOKED_AT = 50

const WAKING: ReadonlySet<LibraryEvent['kind']> = new Set([
  'job-requested',
  'job-claimed',
  'job-freed',
  'job-released',
  'job-finished',
  'job-failed',
  'transcript-finished',
  'recorder-changed',
  'setting-changed',
  'model-added',
  'events-missed',
])

export interface IdleOpinionsOptions {
  readonly studio: Pick<Studio, 'library' | 'models' | 'cacheFolder'>
  readonly runner: Pick<JobRunner, 'holds'>
  readonly isRecording: () => boolean
  readonly onError: (error: unknown) => void
  /** Time without other work after which the program counts as idle. */
  readonly quietMs?: number | undefined
  /** Whether the computer runs on battery; default: as reported by the system. */
  readonly isOnBattery?: (() => Promise<boolean>) | undefined
  readonly powerEveryMs?: number | undefined
}

/**
 * When idle, if the person wants it, recognizes the doubtful places of transcripts with a second model for
 * their language: one transcript at a time, newest first. Any other work interrupts it, and so does running
 * on battery.
 */
export class IdleOpinions {
  readonly #options: IdleOpinionsOptions
  /**
   * Transcripts without doubtful places or a second model, by id and version; examined again when they
   * change.
   */
  readonly #nothingToDo = new Set<string>()
  #watch: Watch | undefined
  #timer: NodeJS.Timeout | undefined
  #powerTimer: NodeJS.Timeout | undefined
  #wasOnBattery = false
  /** Releases held jobs; undefined while they may run. */
  #letGo: (() => void) | undefined
  #work: Promise<void> = Promise.resolve()
  #isClosed = false

  constructor(options: IdleOpinionsOptions) {
    this.#options = options
  }

  start(): void {
    this.#hold()
    this.#watch = this.#options.studio.library.watch(({ kind }) => {
      if (kind === 'model-added') this.#nothingToDo.clear()
      if (WAKING.has(kind)) this.#look()
      // Editing shows that a person is there, but does not need the processor.
      else if (kind === 'edit-applied') this.#waitForQuiet()
    })
    this.#look()
    const lookAtPower = (): void => this.#do(() => this.#lookAtPower())
    this.#powerTimer = setInterval(lookAtPower, this.#options.powerEveryMs ?? POWER_EVERY_MS)
    this.#powerTimer.unref()
  }

  /** Keeps its hold: the runner is closed next. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#watch?.stop()
    clearTimeout(this.#timer)
    clearInterval(this.#powerTimer)
    await this.#work
  }

  /**
   * Checks immediately whether other work has begun, and, after a quiet period, whether there is something to
   * do.
   */
  #look(): void {
    this.#do(async () => void (await this.#holdIfBusy()))
    this.#waitForQuiet()
  }

  #waitForQuiet(): void {
    clearTimeout(this.#timer)
    if (this.#isClosed) return
    this.#timer = setTimeout(() => this.#do(() => this.#goOn()), this.#options.quietMs ?? QUIET_MS)
    this.#timer.unref()
  }

  #do(work: () => Promise<void>): void {
    this.#work = this.#work.then(() => (this.#isClosed ? undefined : work())).catch(this.#options.onError)
  }

  async #lookAtPower(): Promise<void> {
    const was = this.#wasOnBattery
    this.#wasOnBattery = await (this.#options.isOnBattery ?? isOnBattery)()
    if (this.#wasOnBattery) this.#hold()
    else if (was) this.#waitForQuiet()
  }

  #hold(): void {
    this.#letGo ??= this.#options.runner.holds.hold('idle')
  }

  async #holdIfBusy(): Promise<boolean> {
    const { studio, isRecording } = this.#options
    const jobs = await studio.library.listedJobs(0)
    await this.#lookAtPower()
    const isBusy =
      this.#wasOnBattery ||
      isRecording() ||
      !(await readPreferences(studio.library)).checksWithSecondModel ||
      jobs.some(({ kind, state }) => kind !== DOUBT_OPINION && (state === 'queued' || state === 'running'))
    if (isBusy) this.#hold()
    return isBusy
  }

  async #goOn(): Promise<void> {
    if (this.#isClosed || (await this.#holdIfBusy())) return
    this.#letGo?.()
    this.#letGo = undefined
    const { library } = this.#options.studio
    const own = (await library.listedJobs(0)).filter(({ kind }) => kind === DOUBT_OPINION)
    if (own.some(({ state }) => state === 'queued' || state === 'running')) return
    for (const id of await library.withoutDoubtOpinion(LOOKED_AT)) {
      if (this.#isClosed || (await this.#request(id))) return
    }
  }

  /** False if there is nothing to recognize again. */
  async #request(transcriptId: string): Promise<boolean> {
    const { studio } = this.#options
    const facts = await studio.library.transcriptFacts(transcriptId)
    if (facts === undefined) return false
    const seen = `${transcriptId} ${facts.version}`
    if (this.#nothingToDo.has(seen)) return false
    const model = await this.#secondModel(facts)
    const stored = await studio.library.transcriptState(transcriptId)
    const spans =
      model === null
        ? []
        : await likelyPartsInWorker({ stored, evidence: await evidenceOf(studio, transcriptId) })
    if (model === null || spans.length === 0) {
      this.#nothingToDo.add(seen)
      return false
    }
    const settings = await opinionSettings(studio, facts, {
      spans: spans.map((span) => ({ ...span })),
      model: model.entry.id,
      careful: false,
    })
    const settingsKey = await opinionKey(studio.models, DOUBT_OPINION, settings)
    const { recordingId } = facts
    await studio.library.requestJob({ recordingId, kind: DOUBT_OPINION, settings, settingsKey })
    return true
  }

  /** A different model from the transcript's: one that the person added, else the embedded one. */
  async #secondModel({ run, language }: TranscriptFacts): Promise<Model | null> {
    const used = run.models.find(({ role }) => role === 'recogniser')?.id
    if (used === undefined || language === 'und') return null
    const others = (await this.#options.studio.models.list()).filter(
      ({ entry }) =>
        entry.role === 'recogniser' &&
        entry.id !== used &&
        !entry.replaces.includes(used) &&
        supportsLanguage(entry.languages, language),
    )
    return others.find(({ embedded }) => !embedded) ?? others[0] ?? null
  }
}
