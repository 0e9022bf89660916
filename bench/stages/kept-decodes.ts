import { existsSync, readFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import type { Pass } from '#studio/models/model-config'
import type { Model } from '#studio/models/model-store'
import type { Checkpoints } from '#studio/recognition/checkpoints'
import { StoredDecodes } from '#studio/recognition/results/decodes'
import type { Decoded } from '#core/words/decoded'
import type { SampleSpan } from '#core/windows/windows'
import { coresForWork } from '#studio/recognition/cores'
import type { RawModels } from '../raw/raw-models.ts'
import type { RawProcess } from '../raw/raw-process.ts'
import type { RawText } from '../raw/tasks.ts'

/** A decoded sound: 16 kHz mono 16-bit samples, and the hash that identifies them. */
export interface DecodedSound {
  readonly pcm: string
  readonly sha256: string
  readonly language: string
  /** The program's own decodes. */
  readonly checkpoints: Checkpoints
}

/**
 * Decodes with the embedded model: the program's own where it decoded the very span with the same settings, else the
 * raw engine's, each span once; kept in a file for later runs.
 */
export class KeptDecodes {
  readonly #engine: RawProcess
  readonly #models: RawModels
  readonly #recognizer: Model
  readonly #file: string
  readonly #kept = new Map<string, RawText>()

  constructor(engine: RawProcess, models: RawModels, recognizer: Model, file: string) {
    this.#engine = engine
    this.#models = models
    this.#recognizer = recognizer
    this.#file = file
    if (!existsSync(file)) return
    for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
      const { key, text } = JSON.parse(line) as { key: string; text: RawText }
      this.#kept.set(key, text)
    }
  }

  /** The decodes of spans, in the same order. */
  async of(sound: DecodedSound, spans: readonly SampleSpan[], pass: Pass): Promise<Decoded[]> {
    const stored = new StoredDecodes(sound.checkpoints, this.#recognizer, sound.language, pass)
    const found = await stored.many(spans)
    const missing = spans.filter((_, index) => found[index] === null)
    const decoded = (await this.#decode(sound, missing, pass)).values()
    return spans.map((span, index) => found[index] ?? stored.read(decoded.next().value as RawText, span))
  }

  async #decode(
    { language, pcm, sha256 }: DecodedSound,
    spans: readonly SampleSpan[],
    pass: Pass,
  ): Promise<RawText[]> {
    const settings = this.#models.settings(language, pass)
    const keyOf = ({ startSample, sampleCount }: SampleSpan): string =>
      [sha256, startSample, sampleCount, settings].join(' ')
    const missing = spans.filter((span) => !this.#kept.has(keyOf(span)))
    if (missing.length > 0) {
      const texts = await this.#engine.run({
        kind: 'recognize',
        pcm,
        config: this.#models.recognizer(language, pass),
        tailZeros: this.#models.tailZeros,
        atOnce: coresForWork(),
        spans: missing,
      })
      const lines = texts.map((text) => {
        const key = keyOf(text.span)
        this.#kept.set(key, text)
        return `${JSON.stringify({ key, text })}\n`
      })
      await appendFile(this.#file, lines.join(''))
    }
    return spans.map((span) => this.#kept.get(keyOf(span)) as RawText)
  }
}
