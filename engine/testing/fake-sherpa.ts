import type { RecognitionResult } from 'sherpa-onnx-node'

/** Constructor arguments and inputs that the fake received, in order; cleared by `resetSherpa`. */
export const asked: {
  configs: object[]
  /** Samples of every stream, one entry for each call of `acceptWaveform`. */
  waveforms: Float32Array[]
  vadFrames: number
  vadsMade: number
  vadResets: number
  /** Options set on streams: key, value. */
  streamOptions: [string, string][]
  onlineDecodes: number
} = {
  configs: [],
  waveforms: [],
  vadFrames: 0,
  vadsMade: 0,
  vadResets: 0,
  streamOptions: [],
  onlineDecodes: 0,
}

/** The fake's results. */
export const answers: {
  recognition: RecognitionResult & { ys_probs?: number[] }
  segments: { start: number; end: number; speaker: number }[]
  vector: number[]
  isReady: boolean
  /** Spans in samples, returned once the sound has ended. */
  speech: { start: number; length: number }[]
} = { recognition: { text: '' }, segments: [], vector: [3, 4], isReady: true, speech: [] }

export function resetSherpa(): void {
  Object.assign(asked, { configs: [], waveforms: [], vadFrames: 0, vadsMade: 0, vadResets: 0 })
  Object.assign(asked, { streamOptions: [], onlineDecodes: 0 })
  Object.assign(answers, {
    recognition: { text: '' },
    segments: [],
    vector: [3, 4],
    isReady: true,
    speech: [],
  })
}

class FakeStream {
  acceptWaveform({ samples }: { readonly samples: Float32Array }): void {
    asked.waveforms.push(samples)
  }
  inputFinished(): void {}
}

class OfflineRecognizer {
  static createAsync(config: object): Promise<OfflineRecognizer> {
    asked.configs.push(config)
    return Promise.resolve(new OfflineRecognizer())
  }
  createStream(): FakeStream {
    return new FakeStream()
  }
  setConfig(config: object): void {
    asked.configs.push(config)
  }
  decodeAsync(): Promise<RecognitionResult> {
    return Promise.resolve(answers.recognition)
  }
}

/** Like a real stream, decodes only what it received, a second at a time. */
class FakeOnlineStream extends FakeStream {
  waiting = 0
  override acceptWaveform(waveform: { readonly samples: Float32Array }): void {
    super.acceptWaveform(waveform)
    this.waiting += waveform.samples.length
  }
  setOption(key: string, value: string): void {
    asked.streamOptions.push([key, value])
  }
}

class OnlineRecognizer {
  constructor(config: object) {
    asked.configs.push(config)
  }
  createStream(): FakeOnlineStream {
    return new FakeOnlineStream()
  }
  isReady(stream: FakeOnlineStream): boolean {
    return stream.waiting >= 16_000
  }
  decode(stream: FakeOnlineStream): void {
    stream.waiting -= 16_000
    asked.onlineDecodes += 1
  }
  getResult(): RecognitionResult & { ys_probs?: number[] } {
    return answers.recognition
  }
}

class OfflineSpeakerDiarization {
  constructor(config: object) {
    asked.configs.push(config)
  }
  process(samples: Float32Array): { start: number; end: number; speaker: number }[] {
    asked.waveforms.push(samples)
    return answers.segments
  }
}

class SpeakerEmbeddingExtractor {
  readonly dim = answers.vector.length
  createStream(): FakeStream {
    return new FakeStream()
  }
  isReady(): boolean {
    return answers.isReady
  }
  compute(): Float32Array {
    return Float32Array.from(answers.vector)
  }
}

class Vad {
  #waiting: { start: number; length: number }[] = []
  constructor() {
    asked.vadsMade += 1
  }
  acceptWaveform(samples: Float32Array): void {
    asked.vadFrames += 1
    asked.waveforms.push(samples)
  }
  isEmpty(): boolean {
    return this.#waiting.length === 0
  }
  front(): { start: number; samples: Float32Array } {
    const [{ start, length } = { start: 0, length: 0 }] = this.#waiting
    return { start, samples: new Float32Array(length) }
  }
  pop(): void {
    this.#waiting.shift()
  }
  reset(): void {
    asked.vadResets += 1
  }
  flush(): void {
    this.#waiting = [...answers.speech]
  }
}

export default {
  OfflineRecognizer,
  OnlineRecognizer,
  OfflineSpeakerDiarization,
  SpeakerEmbeddingExtractor,
  Vad,
  version: 'fake',
}
