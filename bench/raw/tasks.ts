import type { SampleSpan } from '#core/windows/windows'

/** Tasks for the raw engine. `pcm` is a file of 16 kHz mono 16-bit samples; paths are of model files. */
export type RawTask =
  | {
      readonly kind: 'chunks'
      readonly pcm: string
      readonly detector: string
      /** At most so long, whoever speaks. */
      readonly seconds: number
    }
  | {
      readonly kind: 'recognize'
      readonly pcm: string
      /** sherpa's own OfflineRecognizer config. */
      readonly config: object
      readonly tailZeros: number
      readonly atOnce: number
      readonly spans: readonly SampleSpan[]
    }
  | {
      readonly kind: 'segment'
      readonly pcm: string
      readonly model: string
      readonly stubEmbedding: string
      readonly windows: readonly SampleSpan[]
    }
  | {
      readonly kind: 'embed'
      readonly pcm: string
      readonly model: string
      readonly pieces: readonly (readonly SampleSpan[])[]
    }
  | {
      readonly kind: 'diarize'
      readonly pcm: string
      readonly segmentation: string
      readonly embedding: string
      /** null: detected with sherpa's own threshold. */
      readonly speakers: number | null
    }

/** A decoded span as returned by sherpa; times in seconds from the span's start. */
export interface RawText {
  readonly span: SampleSpan
  readonly text: string
  readonly tokens: readonly string[]
  readonly timestamps: readonly number[]
}

export interface RawResults {
  readonly chunks: SampleSpan[]
  readonly recognize: RawText[]
  readonly segment: null
  readonly embed: null
  readonly diarize: { readonly start: number; readonly end: number; readonly speaker: number }[]
}

export type RawResult<Kind extends RawTask['kind']> = RawResults[Kind]

export type RawReply =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly detail: string }
