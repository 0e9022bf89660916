import { createHash } from 'node:crypto'
import type { Decoded, RawRecognition, Span } from '#core/words/decoded'
import { readTokens } from '#core/words/tokens'
import type { EngineRoom } from '../../engine-link/engine-child.ts'
import { EngineLink } from '../../engine-link/engine-link.ts'
import { configOf, type Pass, recognizerLoad } from '../../models/model-config.ts'
import { type Model, modelSha256 } from '../../models/model-store.ts'
import type { Checkpoints } from '../checkpoints.ts'
import type { JobContext } from '../job-context.ts'
import { isLostWork } from '../lost-work.ts'

/** Raised when the same model and settings would give other results than before. */
const DECODER_VERSION = 1

/**
 * Decodes spans of the sound with one model, in one language at a time. A span that was decoded before, by any
 * program, is read from its checkpoint.
 */
export class Decoder {
  readonly #context: JobContext
  readonly #model: Model
  readonly #link: EngineLink
  readonly #modelSha256: string
  #language: string | null
  #pass: Pass = 'first'
  #settings: string

  /** `language` null lets the model find it for each span; `link` loads that model in that language. */
  constructor(
    context: JobContext,
    model: Model,
    language: string | null,
    link: EngineLink = recogniserLink(model, language, context),
  ) {
    this.#context = context
    this.#model = model
    this.#link = link
    this.#modelSha256 = modelSha256(model.entry)
    this.#language = language
    this.#settings = settingsHash(model, language, 'first')
  }

  /** Changes the language without loading the model again; only between decodes. */
  async speak(language: string | null): Promise<void> {
    await this.#configure(language, this.#pass)
  }

  /** From now on decodes are those of the second pass; only between decodes. */
  async startSecondPass(): Promise<void> {
    await this.#configure(this.#language, 'second')
  }

  async #configure(language: string | null, pass: Pass): Promise<void> {
    const settings = settingsHash(this.#model, language, pass)
    this.#language = language
    this.#pass = pass
    if (settings === this.#settings) return
    this.#settings = settings
    const load = recognizerLoad(this.#model, language, pass)
    await this.#link.reconfigure(load, { kind: 'set-config', config: load.config })
  }

  /** Where the checkpoint of a span lies. */
  key(span: Span): string {
    return decodeKey(this.#context.checkpoints, span, this.#modelSha256, this.#settings)
  }

  /**
   * The text of a span, or null where the engine failed on it twice: the chunk is lost, the job goes on.
   * Throws `model.load-failed`, `job.cancelled`, and the library's faults.
   */
  async decode(span: Span): Promise<Decoded | null> {
    const { checkpoints, counts, files, signal } = this.#context
    const key = this.key(span)
    const before = await checkpoints.text('words', key)
    let raw: RawRecognition
    if (before === undefined) {
      try {
        raw = await this.#link.call(
          {
            kind: 'recognise',
            pcmPath: files.pcm,
            startSample: span.startSample,
            sampleCount: span.sampleCount,
          },
          { signal, soundSeconds: span.sampleCount / 16_000 },
        )
      } catch (error) {
        if (isLostWork(error)) return null
        throw error
      }
      await checkpoints.save('words', key, JSON.stringify(raw))
      // A text is the same whether its language was told or found: in that language it is decoded as well.
      const found = this.#keyInFoundLanguage(span, raw)
      if (found !== null) await checkpoints.save('words', found, JSON.stringify(raw))
      counts.decoded++
    } else {
      raw = JSON.parse(before) as RawRecognition
      counts.decodesReused++
    }
    return readTokens(raw, span, this.#model.entry.confidence)
  }

  /** Null where the language was told, or none was found. */
  #keyInFoundLanguage(span: Span, { lang }: RawRecognition): string | null {
    if (this.#language !== null || !lang) return null
    const settings = settingsHash(this.#model, lang, this.#pass)
    return decodeKey(this.#context.checkpoints, span, this.#modelSha256, settings)
  }

  async close(): Promise<void> {
    await this.#link.close()
  }
}

/** An engine with a recogniser; decodes run in parallel inside it, one thread each. */
function recogniserLink(
  model: Model,
  language: string | null,
  { cores, startEngine }: EngineRoom,
): EngineLink {
  return new EngineLink({ setUp: [recognizerLoad(model, language, 'first')], parallel: cores, startEngine })
}

/** Where the checkpoint of a decode lies. `settings`: of `settingsHash`. */
export function decodeKey(
  checkpoints: Checkpoints,
  { startSample, sampleCount }: Span,
  model: string,
  settings: string,
): string {
  return checkpoints.key(`${startSample}+${sampleCount}`, model, settings)
}

/** What decides the result besides sound and model files: where they lie does not. */
export function settingsHash({ entry }: Model, language: string | null, pass: Pass): string {
  const { tailZeros } = entry
  const settings = { version: DECODER_VERSION, language, config: configOf(entry, pass), tailZeros }
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16)
}
