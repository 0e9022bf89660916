import { createHash } from 'node:crypto'
import type { Decoded, RawRecognition } from '#core/words/decoded'
import type { SampleSpan } from '#core/windows/windows'
import { readTokens } from '#core/words/tokens'
import { configOf, type Pass } from '../../models/model-config.ts'
import { type Model, modelSha256 } from '../../models/model-store.ts'
import type { Checkpoints } from '../checkpoints.ts'

/** Raised when the same model and settings would give other results than before. */
const VERSION = 1

/** Decodes of one model in one language, in one pass: where their checkpoints lie and what is in them. */
export class StoredDecodes {
  readonly #checkpoints: Checkpoints
  readonly #model: Model
  readonly settings: string

  /** `language` null: found by the model for each span. */
  constructor(checkpoints: Checkpoints, model: Model, language: string | null, pass: Pass) {
    this.#checkpoints = checkpoints
    this.#model = model
    this.settings = decodeSettings(model, language, pass)
  }

  keyOf({ startSample, sampleCount }: SampleSpan): string {
    const { entry } = this.#model
    return this.#checkpoints.key(`${startSample}+${sampleCount}`, modelSha256(entry), this.settings)
  }

  /** What the engine gave, if it is stored. */
  async raw(span: SampleSpan): Promise<RawRecognition | null> {
    const stored = await this.#checkpoints.text('words', this.keyOf(span))
    return stored === undefined ? null : (JSON.parse(stored) as RawRecognition)
  }

  async save(span: SampleSpan, raw: RawRecognition): Promise<void> {
    await this.#checkpoints.save('words', this.keyOf(span), JSON.stringify(raw))
  }

  /** Decodes of many spans in their order, null for those that are not stored. */
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

/** Hash of what decides a decode's result besides sound and model files; where those lie decides nothing. */
export function decodeSettings({ entry }: Model, language: string | null, pass: Pass): string {
  const { tailZeros } = entry
  const settings = { version: VERSION, language, config: configOf(entry, pass), tailZeros }
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16)
}
