import { PCM_RATE } from '#core/sound/pcm'
import type { SampleSpan } from '#core/windows/windows'
import type { VoicedSpan } from '#core/words/spread'
import { EngineLink } from '../../engine-link/engine-link.ts'
import { modelPath } from '../../models/model-config.ts'
import type { JobContext } from '../job-context.ts'
import { isLostWork } from '../lost-work.ts'

/** Parameters for fine Silero regions, for words of models without times (measured, docs/engine.md). */
const FINE = { threshold: 0.35, minSilence: 0.1, minSpeech: 0.1 }

/** Finds the voiced parts of a span. */
export class VoicedSpans {
  readonly #context: JobContext
  readonly #link: EngineLink

  constructor(context: JobContext) {
    this.#context = context
    this.#link = new EngineLink({
      setUp: [{ kind: 'load-detector', model: modelPath(context.models.detector, 'model') }],
      parallel: 1,
      startEngine: context.startEngine,
    })
  }

  /**
   * In seconds from the span's start; empty if the engine failed on it: words then take up the whole span.
   */
  async within(span: SampleSpan): Promise<VoicedSpan[]> {
    try {
      return await this.#link.call(
        {
          kind: 'detect',
          pcmPath: this.#context.files.pcm,
          startSample: span.startSample,
          sampleCount: span.sampleCount,
          ...FINE,
        },
        { signal: this.#context.signal, soundSeconds: span.sampleCount / PCM_RATE },
      )
    } catch (error) {
      if (!isLostWork(error)) throw error
      return []
    }
  }

  async close(): Promise<void> {
    await this.#link.close()
  }
}
