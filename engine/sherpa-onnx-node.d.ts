/** The part of sherpa-onnx-node 1.13 that is used here; the package ships no types. */
declare module 'sherpa-onnx-node' {
  interface Waveform {
    samples: Float32Array
    sampleRate: number
  }
  interface OfflineStream {
    acceptWaveform(waveform: Waveform): void
  }
  interface RecognitionResult {
    text: string
    lang?: string
    tokens?: string[]
    timestamps?: number[]
    durations?: number[]
    ys_log_probs?: number[]
  }
  class OfflineRecognizer {
    static createAsync(config: object): Promise<OfflineRecognizer>
    createStream(): OfflineStream
    setConfig(config: object): void
    decodeAsync(stream: OfflineStream): Promise<RecognitionResult>
  }
  interface OnlineStream {
    acceptWaveform(waveform: Waveform): void
    inputFinished(): void
    setOption(key: string, value: string): void
  }
  interface OnlineResult {
    text: string
    tokens?: string[]
    timestamps?: number[]
    /** Log probabilities, despite the name. */
    ys_probs?: number[]
  }
  /** All methods are synchronous, loading included. */
  class OnlineRecognizer {
    constructor(config: object)
    createStream(): OnlineStream
    isReady(stream: OnlineStream): boolean
    decode(stream: OnlineStream): void
    getResult(stream: OnlineStream): OnlineResult
  }
  class OfflineSpeakerDiarization {
    constructor(config: object)
    process(samples: Float32Array): { start: number; end: number; speaker: number }[]
  }
  interface EmbeddingStream {
    acceptWaveform(waveform: Waveform): void
    inputFinished(): void
  }
  class SpeakerEmbeddingExtractor {
    constructor(config: object)
    readonly dim: number
    createStream(): EmbeddingStream
    isReady(stream: EmbeddingStream): boolean
    compute(stream: EmbeddingStream, enableExternalBuffer: boolean): Float32Array
  }
  interface SpeechSegment {
    start: number
    samples: Float32Array
  }
  class Vad {
    constructor(config: object, bufferSizeInSeconds: number)
    acceptWaveform(samples: Float32Array): void
    isEmpty(): boolean
    front(enableExternalBuffer: boolean): SpeechSegment
    pop(): void
    reset(): void
    flush(): void
  }
  const sherpa: {
    OfflineRecognizer: typeof OfflineRecognizer
    OnlineRecognizer: typeof OnlineRecognizer
    OfflineSpeakerDiarization: typeof OfflineSpeakerDiarization
    SpeakerEmbeddingExtractor: typeof SpeakerEmbeddingExtractor
    Vad: typeof Vad
    version: string
    onnxruntimeVersion?: string
  }
  export type {
    EmbeddingStream,
    OfflineRecognizer,
    OfflineSpeakerDiarization,
    OfflineStream,
    OnlineRecognizer,
    OnlineStream,
    RecognitionResult,
    SpeakerEmbeddingExtractor,
    Vad,
  }
  export default sherpa
}
