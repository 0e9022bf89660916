import type { EngineRequest } from '#contracts/engine'
import type { EngineResources } from '../engine-link/engine-child.ts'
import { type EngineCaller, EngineLink } from '../engine-link/engine-link.ts'
import { EnginePool } from '../engine-link/engine-pool.ts'
import { configChange, modelPath, recognizerLoad } from '../models/model-config.ts'
import type { Model } from '../models/model-store.ts'
import type { JobModels } from './job-models.ts'

/** Up to this length one process does all the work: starting another takes longer than it would save. */
const ONE_PROCESS_SECONDS = 60
/** A process needs a second to load the model, in which another embeds some forty pieces. */
const PIECES_A_PROCESS = 40

/** Memory grows with the spans recognized; some 45 minutes of speech are worth two seconds for a new process (docs/engine.md 8). */
const DECODES_PER_RECOGNIZER = 100

/** Up to this length a recording is one chunk, which is recognized while the embedding model loads. */
const ONE_CHUNK_SECONDS = 25

/** Whether a recording of this length is one chunk; false if the length is unknown. */
export function isOneChunk(seconds: number | null): boolean {
  return seconds !== null && seconds <= ONE_CHUNK_SECONDS
}

/** Whether one process does all the work for a recording of this length; false if the length is unknown. */
export function isShort(seconds: number | null): boolean {
  return seconds !== null && seconds <= ONE_PROCESS_SECONDS
}

/** Hotwords are read while a model is loaded. */
function isLoadedAs(one: Model, other: Model): boolean {
  const words = ({ entry }: Model): string => JSON.stringify(entry.config['hotwords'] ?? [])
  return one.folder === other.folder && words(one) === words(other)
}

/** Engines for diarization. */
export interface SpeakerEngines {
  readonly windows: EngineCaller
  /** Sized for this number of pieces. */
  embeddings(pieces: number): EngineCaller
}

/**
 * The engines, reused across jobs. The recognizer's process keeps its model until `close`; for short
 * recordings it also runs diarization. For long ones separate processes do, which end with that step: loading
 * all models at once would set the memory peak.
 */
export class JobEngines {
  readonly #resources: EngineResources
  #words: { readonly model: Model; readonly link: EngineLink } | null = null

  constructor(resources: EngineResources) {
    this.#resources = resources
  }

  /** Number of calls worth making in parallel. */
  get cores(): number {
    return this.#resources.cores
  }

  /** A link set to `language` (null: detected for each span) and the first pass, whatever the previous job left. */
  async words(model: Model, language: string | null): Promise<EngineLink> {
    const load = recognizerLoad(model, language, 'first')
    if (this.#words !== null && !isLoadedAs(this.#words.model, model)) await this.close()
    if (this.#words === null) {
      const link = new EngineLink({
        setUp: [load],
        parallel: model.entry.streaming ? 1 : this.#resources.cores,
        decodesPerProcess: DECODES_PER_RECOGNIZER,
        startEngine: this.#resources.startEngine,
      })
      this.#words = { model, link }
      return link
    }
    await this.#words.link.reconfigure(load, configChange(load))
    return this.#words.link
  }

  /** Call after `words`. `seconds`: length of the recording; null if unknown. */
  async speakers(
    { segmentation, embedding }: Pick<JobModels, 'segmentation' | 'embedding'>,
    seconds: number | null,
  ): Promise<SpeakerEngines> {
    const { cores, startEngine } = this.#resources
    const segment: EngineRequest = {
      kind: 'load-segmentation',
      model: modelPath(segmentation, 'model'),
      stubEmbedding: modelPath(segmentation, 'stubEmbedding'),
    }
    const embed: EngineRequest = { kind: 'load-embedding', model: modelPath(embedding, 'model') }
    if (this.#words !== null && isShort(seconds)) {
      const { link } = this.#words
      await link.addSetUp(isOneChunk(seconds) ? [segment] : [segment, embed])
      // Left open: the words step still needs this process.
      const close = () => Promise.resolve()
      const windows: EngineCaller = { call: (request, options) => link.call(request, options), close }
      return {
        windows,
        embeddings: () => {
          // Loading it earlier would delay the windows of a recording that is one chunk.
          const loading = link.addSetUp([embed])
          loading.catch(() => undefined)
          return {
            call: async (request, options) => {
              await loading
              return link.call(request, options)
            },
            close,
          }
        },
      }
    }
    const windows = new EnginePool(cores, { setUp: [segment], startEngine })
    windows.warm()
    return {
      windows,
      embeddings: (pieces) =>
        new EnginePool(Math.max(1, Math.min(cores, Math.floor(pieces / PIECES_A_PROCESS))), {
          setUp: [embed],
          startEngine,
        }),
    }
  }

  /** Ends all processes; the next job starts new ones. */
  async close(): Promise<void> {
    const words = this.#words
    this.#words = null
    await words?.link.close()
  }
}
