import { createHash } from 'node:crypto'
import type { Decoded, RawRecognition } from '#core/words/decoded'
import type { SampleSpan } from '#core/windows/windows'
import { readTokens } from '#core/words/tokens'
import { configOf, type Pass, shortTailOf } from '../../models/model-config.ts'
import { type Model, modelSha256 } from '../../models/model-store.ts'
import type { Checkpoints } from '../checkpoints.ts'

/** Incremented when the same model and settings would give different results than before. */
const VERSION = 1

/** Stored decodes of one model, language and pass: their checkpoint keys and their contents. */
export class StoredDecodes {
  readonly #checkpoints: Checkpoints
  readonly #model: Model
  readonly settings: string

  /** `language` null: detected by the model for each span. */
  constructor(checkpoints: Checkpoints, model: Model, language: string | null, pass: Pass) {
    this.#checkpoints = checkpoints
    this.#model = model
    this.settings = decodeSettings(model, language, pass)
  }

  keyOf({ startSample, sampleCount }: SampleSpan): string {
    const { entry } = this.#model
    return this.#checkpoints.key(`${startSample}+${sampleCount}`, modelSha256(entry), this.settings)
  }

  /** The engine's raw result, or null if none is stored. */
  async raw(span: SampleSpan): Promise<RawRecognition | null> {
    const stored = await this.#checkpoints.text('words', this.keyOf(span))
    return stored === undefined ? null : (JSON.parse(stored) as RawRecognition)
  }

  async save(span: SampleSpan, raw: RawRecognition): Promise<void> {
    await this.#checkpoints.save('words', this.keyOf(span), JSON.stringify(raw))
  }

  /** Decodes of the given spans, in the same order; null for those that are not stored. */
  async many(spans: readonly SampleSpan[]): Promise<(Decoded | null)[]> {
    const stored = await this.#checkpoints.many(
      'words',
      spans.map((span) => this.keyOf(span)),
    )
    return spans.map((span, index) => {
      const result = stored[index]
      return typeof result === 'string' ? this.read(JSON.parse(result) as RawRecognition, span) : null
    })
  }

  read(raw: RawRecognition, span: SampleSpan): Decoded {
    return readTokens(raw, span, this.#model.entry.confidence)
  }
}

/** Hash of everything besides audio and model files that affects a decode's result. File locations are excluded. */
export function decodeSettings({ entry }: Model, language: string | null, pass: Pass): string {
  const { tailZeros, leadingSeconds } = entry
  const settings = {
    version: VERSION,
    language,
    config: configOf(entry, pass),
    tailZeros,
    ...shortTailOf(entry, language),
    ...(leadingSeconds === 0 ? {} : { leadingSeconds }),
  }
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16)
}
