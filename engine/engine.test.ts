import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { PCM_RATE } from '#core/sound/pcm'
import { WINDOW_SAMPLES } from '#core/windows/windows'
import { readPcm } from './pcm.ts'
import { Embedding, Segmentation } from './speakers.ts'
import { SpeechDetector } from './speech-detection.ts'
import { StreamingRecognizer } from './streaming-words.ts'
import { answers, asked, resetSherpa } from './testing/fake-sherpa.ts'
import { WordRecognizer } from './words.ts'

vi.mock('sherpa-onnx-node', async () => import('./testing/fake-sherpa.ts'))

beforeEach(resetSherpa)

/** No zeros around a span. */
const PLAIN = { tailZeros: 0, leadingSeconds: 0 }

/** A PCM file whose n-th sample is n / 32,768, and its path. */
function pcmOf(sampleCount: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'parolo-engine-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'sound.pcm')
  writeFileSync(file, new Uint8Array(Int16Array.from({ length: sampleCount }, (_, at) => at % 30_000).buffer))
  return file
}

describe('a PCM file', () => {
  it('gives the samples that are asked for, fewer at its end, none after it', () => {
    const file = pcmOf(100)
    expect([...readPcm(file, 10, 3)]).toEqual([10, 11, 12].map((at) => at / 32_768))
    expect(readPcm(file, 98, 10)).toHaveLength(2)
    expect(readPcm(file, 200, 10)).toHaveLength(0)
  })

  it('may be longer than 37 hours, and than 4 GB', () => {
    const samples = 40 * 3_600 * PCM_RATE
    const sound = pcmOf(0)
    const file = openSync(sound, 'r+')
    // Sparse: takes no space on the disk.
    ftruncateSync(file, 2 * samples)
    writeSync(file, new Uint8Array(Int16Array.of(7, 8).buffer), 0, 4, 2 * (samples - 3))
    closeSync(file)
    expect([...readPcm(sound, samples - 3, 9)]).toEqual([7, 8, 0].map((at) => at / 32_768))
  })
})

describe('the recognizer', () => {
  it('appends zeros, a share of the length, to 29.4 s in all', async () => {
    const recognizer = await WordRecognizer.load({ model: 'm' }, { tailZeros: 0.5, leadingSeconds: 0 })
    const file = pcmOf(28 * PCM_RATE)
    await recognizer.recognize(file, 0, 10 * PCM_RATE)
    await recognizer.recognize(file, 0, 28 * PCM_RATE)
    expect(asked.waveforms[0]).toHaveLength(15 * PCM_RATE)
    expect(asked.waveforms[0]?.slice(10 * PCM_RATE).every((sample) => sample === 0)).toBe(true)
    expect(asked.waveforms[1]).toHaveLength(29.4 * PCM_RATE)
  })

  it('appends a short tail of zeros, and all of them where the text comes near sherpa’s limit', async () => {
    const padding = { tailZeros: 0.5, leadingSeconds: 0, shortTailSeconds: 0.3 }
    const recognizer = await WordRecognizer.load({ language: 'en' }, padding)
    const file = pcmOf(10 * PCM_RATE)
    const tokensOf = (count: number) => ({ text: 'a', tokens: Array.from({ length: count }, () => 'a') })
    const lengths = async (count: number): Promise<number[]> => {
      answers.recognition = tokensOf(count)
      asked.waveforms.length = 0
      const { tokens } = await recognizer.recognize(file, 0, 10 * PCM_RATE)
      expect(tokens).toHaveLength(count)
      return asked.waveforms.map(({ length }) => length / PCM_RATE)
    }
    // Six tokens for each of ten whole seconds, and three tokens before that.
    expect(await lengths(56)).toEqual([10.3])
    expect(await lengths(57)).toEqual([10.3, 15])
    expect(await lengths(60)).toEqual([10.3, 15])
    recognizer.configure({ language: 'el' }, {})
    expect(await lengths(20)).toEqual([15])
    recognizer.configure({ language: 'fr' }, { shortTailSeconds: 0.2 })
    expect(await lengths(20)).toEqual([10.2])
  })

  it('takes another configuration without being loaded again', async () => {
    const recognizer = await WordRecognizer.load({ language: 'en' }, PLAIN)
    recognizer.configure({ language: 'fr' }, {})
    expect(asked.configs).toEqual([{ language: 'en' }, { language: 'fr' }])
  })

  it('hands on what sherpa says of text, language and tokens', async () => {
    const said = { text: ' Oui.', tokens: [' Oui', '.'], timestamps: [0.5, 0.75] }
    answers.recognition = { ...said, lang: '<|fr|>' }
    const recognizer = await WordRecognizer.load({}, PLAIN)
    const file = pcmOf(PCM_RATE)
    expect(await recognizer.recognize(file, 0, PCM_RATE)).toEqual({ ...said, lang: 'fr' })
    answers.recognition = { text: '', lang: '' }
    expect(await recognizer.recognize(file, 0, PCM_RATE)).toEqual({ text: '' })
  })

  it('decodes nothing that is too short to hold a word: sherpa ends at a single sample', async () => {
    const recognizer = await WordRecognizer.load({}, PLAIN)
    const nothing = { text: '', tokens: [], timestamps: [] }
    expect(await recognizer.recognize(pcmOf(1), 0, 1)).toEqual(nothing)
    expect(await recognizer.recognize(pcmOf(1_000), 900, 1_000)).toEqual(nothing)
    expect(asked.waveforms).toEqual([])
  })
})

describe('silence before a span', () => {
  it('is heard by the model, and not counted in its times', async () => {
    answers.recognition = { text: ' Oui.', tokens: [' Oui', '.'], timestamps: [0.1, 0.75] }
    const recognizer = await WordRecognizer.load({}, { tailZeros: 0, leadingSeconds: 0.3 })
    const { timestamps } = await recognizer.recognize(pcmOf(PCM_RATE), 0, PCM_RATE)
    expect(asked.waveforms[0]).toHaveLength(1.3 * PCM_RATE)
    expect(asked.waveforms[0]?.slice(0, 0.3 * PCM_RATE).every((sample) => sample === 0)).toBe(true)
    expect(timestamps).toEqual([0, expect.closeTo(0.45, 6)])
  })
})

describe('a streaming recognizer', () => {
  const config = (language: string) => ({ modelConfig: { tokens: 't', streamOptions: { language } } })

  it('is fed piece by piece, with silence before and after, until nothing is left', async () => {
    answers.recognition = { text: 'oui', tokens: ['oui'], timestamps: [1.2], ys_probs: [-0.5] }
    const recognizer = await StreamingRecognizer.load(config('fr'), { tailZeros: 0, leadingSeconds: 0.7 })
    const result = await recognizer.recognize(pcmOf(3 * PCM_RATE), 0, 3 * PCM_RATE)
    expect(asked.waveforms.map(({ length }) => length / PCM_RATE)).toEqual(
      [1, 1, 1, 1, 1, 0.3].map((s) => expect.closeTo(s, 4)),
    )
    expect(asked.onlineDecodes).toBe(5)
    expect(result).toEqual({
      text: 'oui',
      tokens: ['oui'],
      timestamps: [0.5],
      ys_log_probs: [-0.5],
    })
  })

  it('is told the language of each stream; none lets it detect one', async () => {
    const recognizer = await StreamingRecognizer.load(config('fr'), PLAIN)
    const file = pcmOf(PCM_RATE)
    await recognizer.recognize(file, 0, PCM_RATE)
    recognizer.configure(config('de'))
    await recognizer.recognize(file, 0, PCM_RATE)
    recognizer.configure(config(''))
    await recognizer.recognize(file, 0, PCM_RATE)
    expect(asked.streamOptions).toEqual([
      ['language', 'fr'],
      ['language', 'de'],
    ])
    // Loaded once, with only sherpa's own settings, and without endpoint detection.
    expect(asked.configs).toEqual([{ modelConfig: { tokens: 't' }, enableEndpoint: 0 }])
  })

  it('reads only what a growing span got since the last time', async () => {
    answers.recognition = { text: 'oui', tokens: ['oui'], timestamps: [1.2] }
    const recognizer = await StreamingRecognizer.load(config('fr'), { tailZeros: 0, leadingSeconds: 0.5 })
    const file = pcmOf(4 * PCM_RATE)
    const lengths = () => asked.waveforms.splice(0).map((samples) => samples.length / PCM_RATE)
    expect(await recognizer.readOn(file, 0, 2 * PCM_RATE)).toMatchObject({ text: 'oui', timestamps: [0.7] })
    expect(lengths()).toEqual([0.5, 1, 1])
    await recognizer.readOn(file, 0, 2.5 * PCM_RATE)
    expect(lengths()).toEqual([0.5])
    // A whole span in between gets its own stream.
    await recognizer.recognize(file, 0, PCM_RATE)
    lengths()
    await recognizer.readOn(file, 0, 3 * PCM_RATE)
    expect(lengths()).toEqual([0.5])
    await recognizer.readOn(file, PCM_RATE, 2 * PCM_RATE)
    expect(lengths()).toEqual([0.5, 1, 1])
    expect(asked.streamOptions).toHaveLength(3)
  })

  it('decodes nothing that is too short to hold a word', async () => {
    const recognizer = await StreamingRecognizer.load(config(''), PLAIN)
    expect(await recognizer.recognize(pcmOf(100), 0, 100)).toMatchObject({ text: '', tokens: [] })
    expect(asked.waveforms).toEqual([])
  })
})

describe('segmentation', () => {
  it('is given a whole window, padded with zeros, and never more', () => {
    answers.segments = [{ start: 0.5, end: 1, speaker: 1 }]
    const segmentation = new Segmentation('m', 'stub')
    expect(segmentation.segment(pcmOf(1_000), 0, 1_000, null, 0)).toEqual([
      { start: 0.5, end: 1, speaker: 1 },
    ])
    segmentation.segment(pcmOf(WINDOW_SAMPLES + 500), 0, WINDOW_SAMPLES + 500, null, 0)
    expect(asked.waveforms.map(({ length }) => length)).toEqual([WINDOW_SAMPLES, WINDOW_SAMPLES])
    expect(asked.waveforms[0]?.slice(1_000).every((sample) => sample === 0)).toBe(true)
  })

  it('is given lifted sound where gains are known', () => {
    const file = pcmOf(320)
    new Segmentation('m', 'stub').segment(file, 0, 320, Float32Array.of(2, 2), 0)
    expect(asked.waveforms[0]?.[100]).toBeCloseTo(200 / 32_768, 3)
  })

  it('asks for segments of any length: 0 would mean sherpa’s own least length', () => {
    expect(new Segmentation('m', 'stub')).toBeDefined()
    const [config] = asked.configs as { minDurationOn: number; minDurationOff: number }[]
    expect(config?.minDurationOn).toBeGreaterThan(0)
    expect(config?.minDurationOn).toBeLessThan(0.001)
    expect(config?.minDurationOff).toBeLessThan(0.001)
  })
})

describe('an embedding', () => {
  const runs = [
    { startSample: 0, sampleCount: 1_000 },
    { startSample: 2_000, sampleCount: 500 },
  ]

  it('is one unit vector of all runs together', () => {
    const vector = new Embedding('m').embed(pcmOf(3_000), runs)
    expect([...(vector ?? [])].map((value) => value.toFixed(2))).toEqual(['0.60', '0.80'])
    expect(asked.waveforms.map(({ length }) => length)).toEqual([1_000, 500])
    expect(new Embedding('m').dimensions).toBe(2)
  })

  it.each([
    ['too little sound', () => new Embedding('m').embed(pcmOf(100), runs)],
    ['runs past the end', () => new Embedding('m').embed(pcmOf(0), runs)],
    [
      'sound that the model is not ready for',
      () => {
        answers.isReady = false
        return new Embedding('m').embed(pcmOf(3_000), runs)
      },
    ],
    [
      'a vector without length',
      () => {
        answers.vector = [0, 0]
        return new Embedding('m').embed(pcmOf(3_000), runs)
      },
    ],
    [
      'a vector that is none',
      () => {
        answers.vector = [Number.NaN, 1]
        return new Embedding('m').embed(pcmOf(3_000), runs)
      },
    ],
  ])('is none for %s', (_name, embed) => {
    expect(embed()).toBeNull()
  })
})

describe('speech detection', () => {
  const settings = { threshold: 0.5, minSilence: 0.2, minSpeech: 0.1 }

  it('says so where its model is missing: sherpa would find silence for ever', () => {
    expect(() => new SpeechDetector('/nowhere/model.onnx')).toThrow('missing')
  })

  it('gives spans in seconds, feeds whole frames alone, and keeps its detector for the same settings', () => {
    const file = pcmOf(1_300)
    const detector = new SpeechDetector(file)
    answers.speech = [{ start: PCM_RATE, length: PCM_RATE / 2 }]
    expect(detector.detect(file, 0, 1_300, settings)).toEqual([{ start: 1, end: 1.5 }])
    expect(asked.waveforms.map(({ length }) => length)).toEqual([512, 512, 512])
    detector.detect(file, 0, 1_300, settings)
    expect([asked.vadsMade, asked.vadResets]).toEqual([1, 1])
    detector.detect(file, 0, 1_300, { ...settings, threshold: 0.3 })
    expect(asked.vadsMade).toBe(2)
  })

  it('starts over in long sound, as sherpa counts samples in 32 bits, and loses no place', () => {
    const file = pcmOf(4 * 1_024)
    const detector = new SpeechDetector(file, 1_024)
    answers.speech = [{ start: 512, length: 256 }]
    const at = (sample: number): number => sample / PCM_RATE
    const sharp = { ...settings, minSilence: 0.01 }
    expect(detector.detect(file, 1_024, 3 * 1_024, sharp)).toEqual(
      [512, 1_536, 2_560].map((start) => ({ start: at(start), end: at(start + 256) })),
    )
    expect([asked.vadsMade, asked.vadResets, asked.vadFrames]).toEqual([1, 2, 6])
    expect(asked.waveforms.map(([first]) => (first ?? 0) * 32_768)).toEqual(
      [0, 1, 2, 3, 4, 5].map((frame) => 1_024 + 512 * frame),
    )
  })

  it('gives one span for speech that goes on where it starts over', () => {
    const file = pcmOf(2_048)
    const detector = new SpeechDetector(file, 1_024)
    answers.speech = [{ start: 0, length: 1_024 }]
    expect(detector.detect(file, 0, 2_048, settings)).toEqual([{ start: 0, end: 2_048 / PCM_RATE }])
  })
})
