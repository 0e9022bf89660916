import { createHash } from 'node:crypto'
import { Fault } from '#contracts/errors'
import type { Decoded, RawRecognition, Span } from '#core/words/decoded'
import { readTokens } from '#core/words/tokens'
import { EngineLink } from '../../engine-link/engine-link.ts'
import { recogniserConfig } from '../../models/model-config.ts'
import { type Model, modelSha256 } from '../../models/model-store.ts'
import type { JobContext } from '../job-context.ts'

/** Raised when the same model and settings would give other results than before. */
const DECODER_VERSION = 1

/**
 * Decodes spans of the sound with one model in one language. A span that was decoded before, by any program,
 * is read from its checkpoint.
 */
export class Decoder {
  readonly #context: JobContext
  readonly #model: Model
  readonly #link: EngineLink
  readonly #modelSha256: string
  readonly #settings: string

  constructor(context: JobContext, model: Model, language: string | null) {
    this.#context = context
    this.#model = model
    const config = recogniserConfig(model, language)
    this.#link = new EngineLink({
      setUp: [{ kind: 'load-recogniser', config, tailZeros: model.entry.tailZeros }],
      parallel: context.cores,
    })
    this.#modelSha256 = modelSha256(model.entry)
    // What is in the config besides paths decides the result too.
    const settings = { version: DECODER_VERSION, language, config: model.entry.config, tail: model.entry.tailZeros }
    this.#settings = createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16)
  }

  get model(): Model {
    return this.#model
  }

  /** Where the checkpoint of a span lies. */
  key(span: Span): string {
    return this.#context.checkpoints.key(
      `${span.startSample}+${span.sampleCount}`,
      this.#modelSha256,
      this.#settings,
    )
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
          { kind: 'recognise', pcmPath: files.pcm, startSample: span.startSample, sampleCount: span.sampleCount },
          { signal, soundSeconds: span.sampleCount / 16_000 },
        )
      } catch (error) {
        if (error instanceof Fault && isLostChunk(error)) return null
        throw error
      }
      await checkpoints.save('words', key, JSON.stringify(raw))
      counts.decoded++
    } else {
      raw = JSON.parse(before) as RawRecognition
      counts.decodesReused++
    }
    return readTokens(raw, span, this.#model.entry.confidence)
  }

  async close(): Promise<void> {
    await this.#link.close()
  }
}

function isLostChunk(fault: Fault): boolean {
  return fault.code === 'engine.died' || fault.code === 'engine.silent' || fault.code === 'engine.failed'
}
