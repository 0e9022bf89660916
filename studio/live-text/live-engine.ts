import { Fault } from '#contracts/errors'
import type { EngineRequest, EngineResult } from '#contracts/engine'
import { type EngineCaller, type EngineCallOptions, EngineLink } from '../engine-link/engine-link.ts'
import type { StartEngine } from '../engine-link/engine-child.ts'
import { isLostWork } from '../recognition/lost-work.ts'
import { modelPath, recognizerLoad } from '../models/model-config.ts'
import type { Model, ModelStore } from '../models/model-store.ts'

/** Detection continues while a passage is decoded. */
const CALLS_AT_ONCE = 2
/** A recognizer that fails on this many passages in a row counts as unusable. */
const MAX_LOST = 3

export interface LiveEngineOptions {
  readonly store: Pick<ModelStore, 'ensureVerified'>
  /** In the order in which they are tried; at least one. */
  readonly recognizers: readonly Model[]
  readonly detector: Model
  /** Null: detected. */
  readonly language: string | null
  readonly startEngine: StartEngine
  /** Called with an unusable recognizer and its replacement. */
  readonly onReplaced: (unusable: Model, by: Model, error: unknown) => void
}

/**
 * One engine process with detector and recognizer. If a recognizer's files are missing or damaged, or it
 * cannot be loaded (even later, after a crash), or it fails repeatedly, the next one replaces it, and the
 * call is repeated.
 */
export class LiveEngine implements EngineCaller {
  readonly #options: LiveEngineOptions
  readonly #others: Model[]
  #model: Model
  #link: EngineLink
  #replacing: Promise<void> | null = null
  #lostInARow = 0
  #isClosed = false

  constructor(options: LiveEngineOptions) {
    const [first, ...others] = options.recognizers
    if (first === undefined) throw new Error('an engine for live text needs a recognizer')
    this.#options = options
    this.#others = others
    this.#model = first
    this.#link = this.#createLink()
  }

  /** The recognizer in use. */
  get model(): Model {
    return this.#model
  }

  get pid(): number | undefined {
    return this.#link.pid
  }

  /** Loads the first usable recognizer; throws the fault of the last one. */
  async start(): Promise<void> {
    const unusable: { readonly model: Model; readonly error: unknown }[] = []
    for (;;) {
      const model = this.#model
      try {
        await this.#options.store.ensureVerified(model)
        await this.#link.start()
        break
      } catch (error) {
        if (this.#isClosed || this.#others.length === 0) throw error
        unusable.push({ model, error })
        await this.#takeNext()
      }
    }
    for (const { model, error } of unusable) this.#options.onReplaced(model, this.#model, error)
  }

  async call<Request extends EngineRequest>(
    request: Request,
    options: EngineCallOptions,
  ): Promise<EngineResult<Request['kind']>> {
    for (;;) {
      const link = this.#link
      try {
        const result = await link.call(request, options)
        if (request.kind === 'recognize') this.#lostInARow = 0
        return result
      } catch (error) {
        if (this.#isClosed || options.signal?.aborted === true) throw error
        // It ended because the recognizer was replaced meanwhile.
        if (link !== this.#link) await this.#replacing
        else if (this.#isUnusable(request, error)) await this.#replace(error)
        else throw error
      }
    }
  }

  async reconfigure(load: EngineRequest, change: EngineRequest): Promise<void> {
    await this.#link.reconfigure(load, change)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#link.close()
  }

  #isUnusable(request: EngineRequest, error: unknown): boolean {
    if (this.#others.length === 0) return false
    if (error instanceof Fault && error.code === 'model.load-failed') return true
    if (request.kind !== 'recognize' || !isLostWork(error)) return false
    this.#lostInARow += 1
    return this.#lostInARow >= MAX_LOST
  }

  async #replace(error: unknown): Promise<void> {
    const unusable = this.#model
    const replacing = this.#takeNext().then(() => this.start())
    this.#replacing = replacing
    await replacing
    this.#options.onReplaced(unusable, this.#model, error)
  }

  /** The new link is set at once, so that calls in flight know that theirs has ended. */
  async #takeNext(): Promise<void> {
    const before = this.#link
    this.#model = this.#others.shift() ?? this.#model
    this.#link = this.#createLink()
    this.#lostInARow = 0
    await before.close()
  }

  #createLink(): EngineLink {
    const { detector, language, startEngine } = this.#options
    return new EngineLink({
      setUp: [
        recognizerLoad(this.#model, language, 'first'),
        { kind: 'load-detector', model: modelPath(detector, 'model') },
      ],
      parallel: CALLS_AT_ONCE,
      startEngine,
    })
  }
}
