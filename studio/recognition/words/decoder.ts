import { PCM_RATE } from '#core/sound/pcm'
import type { Decoded, RawRecognition } from '#core/words/decoded'
import type { SampleSpan } from '#core/windows/windows'
import type { EngineResources } from '../../engine-link/engine-child.ts'
import { EngineLink } from '../../engine-link/engine-link.ts'
import { configChange, type Pass, recognizerLoad } from '../../models/model-config.ts'
import type { Model } from '../../models/model-store.ts'
import { StoredDecodes } from '../results/decodes.ts'
import type { JobContext } from '../job-context.ts'
import { isLostWork } from '../lost-work.ts'

/**
 * Decodes spans of the audio with one model, in one language at a time. A span that any program decoded before is
 * read from its checkpoint.
 */
export class Decoder {
  readonly #context: JobContext
  readonly #model: Model
  readonly #link: EngineLink
  #language: string | null
  #pass: Pass = 'first'
  #stored: StoredDecodes

  /** `language` null: the model detects it for each span. `link` loads that model in that language. */
  constructor(
    context: JobContext,
    model: Model,
    language: string | null,
    link: EngineLink = recognizerLink(model, language, context),
  ) {
    this.#context = context
    this.#model = model
    this.#link = link
    this.#language = language
    this.#stored = new StoredDecodes(context.checkpoints, model, language, 'first')
  }

  /** Null: the model detects it for each span. */
  get language(): string | null {
    return this.#language
  }

  /** Changes the language without reloading the model; call only between decodes. */
  async setLanguage(language: string | null): Promise<void> {
    await this.#configure(language, this.#pass)
  }

  /** Switches to the settings of the second pass; call only between decodes. */
  async startSecondPass(): Promise<void> {
    await this.#configure(this.#language, 'second')
  }

  async #configure(language: string | null, pass: Pass): Promise<void> {
    const stored = new StoredDecodes(this.#context.checkpoints, this.#model, language, pass)
    this.#language = language
    this.#pass = pass
    if (stored.settings === this.#stored.settings) return
    this.#stored = stored
    const load = recognizerLoad(this.#model, language, pass)
    await this.#link.reconfigure(load, configChange(load))
  }

  /**
   * The text of a span; null if the engine failed on it twice: the chunk is lost, the job continues.
   * Throws `model.load-failed`, `job.cancelled` and the library's faults.
   */
  async decode(span: SampleSpan): Promise<Decoded | null> {
    const { counts, files, signal } = this.#context
    const stored = this.#stored
    const before = await stored.raw(span)
    if (before !== null) {
      counts.decodesReused++
      return stored.read(before, span)
    }
    let raw: RawRecognition
    try {
      raw = await this.#link.call(
        {
          kind: 'recognize',
          pcmPath: files.pcm,
          startSample: span.startSample,
          sampleCount: span.sampleCount,
        },
        { signal, soundSeconds: span.sampleCount / PCM_RATE },
      )
    } catch (error) {
      if (isLostWork(error)) return null
      throw error
    }
    await stored.save(span, raw)
    // A decode gives the same text whether its language was set or detected, so it is also stored under that
    // language.
    await this.#inFoundLanguage(raw)?.save(span, raw)
    counts.decoded++
    return stored.read(raw, span)
  }

  /** Null if the language was set, or none was detected. */
  #inFoundLanguage({ lang }: RawRecognition): StoredDecodes | null {
    if (this.#language !== null || !lang) return null
    return new StoredDecodes(this.#context.checkpoints, this.#model, lang, this.#pass)
  }

  async close(): Promise<void> {
    await this.#link.close()
  }
}

/** An engine with a recognizer; decodes run in parallel inside it, one thread each. */
function recognizerLink(
  model: Model,
  language: string | null,
  { cores, startEngine }: EngineResources,
): EngineLink {
  const parallel = model.entry.streaming ? 1 : cores
  return new EngineLink({ setUp: [recognizerLoad(model, language, 'first')], parallel, startEngine })
}
