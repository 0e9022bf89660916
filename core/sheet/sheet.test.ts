import { describe, expect, it } from 'vitest'
import { sampleDocument } from '../formats/testing/sample-document.ts'
import { wordShares } from './changed-words.ts'
import { estimatedEnergy } from './energy.ts'
import { type RunCost, wholeCost } from './run-cost.ts'
import { sheetOf } from './sheet.ts'
import { sheetLines } from './sheet-text.ts'
import { sheetWords } from './sheet-words.ts'
import { isOpenSourceAi } from './trained-on.ts'

const cost: RunCost = {
  startedAtMs: Date.UTC(2026, 10, 26, 10),
  wallMs: 60_000,
  cpuMs: 180_000,
  peakBytes: 1.1e9,
  memoryBytes: 8e9,
  energy: estimatedEnergy(180_000),
  outcome: 'done',
  connections: 0,
  sentBytes: 0,
  receivedBytes: 0,
  unmeasured: [],
  details: {
    versions: { parolo: '2.0.0', ffmpeg: '7.1' },
    passages: 12,
    secondPasses: 3,
    failedPassages: 1,
    reusedTexts: 0,
    soundMs: 60_000,
    speechMs: 45_000,
    languageVotes: { won: 3, all: 3 },
  },
}

const files = [{ name: 'encoder.onnx', sha256: 'a'.repeat(64) }]
const open = { code: 1, 'base-data': 1, 'base-weights': 1, licence: 1 } as const

const base = sampleDocument('resources/samples/conversation-en.json')
const document = {
  ...base,
  transcript: {
    ...base.transcript,
    run: {
      program: 'parolo',
      version: '2.0.0',
      models: [
        { role: 'recogniser', id: 'whisper-base-beam5', sha256: 'one' },
        { role: 'segmentation', id: 'own', sha256: 'two' },
      ],
      settings: { language: 'auto', quick: false },
    },
  },
} as const

const none = { cost: null, models: [], openness: new Map() }

describe('the sheet of a transcript', () => {
  it.each([
    [true, `archive ${'c'.repeat(64)}`],
    [false, `archive ${'c'.repeat(64)}, not in Parolo’s catalog`],
  ])('says which archive a model came from, known (%s) or not', (isKnown, words) => {
    const used = { role: 'recogniser', id: 'm', name: 'M', licence: 'MIT', files, isKnown } as const
    const archive = { sha256: 'one', archiveSha256: 'c'.repeat(64) }
    const sheet = sheetOf(document, { ...none, models: [{ ...used, ...archive }] })
    expect(sheetWords(sheet, 'en').models[0]?.hashes).toEqual([words, `encoder.onnx ${'a'.repeat(64)}`])
  })

  it('says of every model what is known, and never that weights alone are open source', () => {
    const known = {
      role: 'recogniser',
      id: 'renamed',
      name: 'Whisper base',
      licence: 'MIT',
      files,
      isKnown: true,
    } as const
    const openness = new Map([['whisper-base-beam5', { ...open, code: 0.5, 'base-data': 0 } as const]])
    const sheet = sheetOf(document, { ...none, models: [{ ...known, sha256: 'one' }], openness })
    expect(sheet.models).toMatchObject([
      { name: 'Whisper base', files, licence: 'MIT', isOpenSourceAi: false, origin: { maker: 'OpenAI' } },
      { name: null, files: null, licence: null, isOpenSourceAi: null, origin: null },
    ])
    expect(isOpenSourceAi(open)).toBe(true)
    for (const point of Object.keys(open)) expect(isOpenSourceAi({ ...open, [point]: 0.5 })).toBe(false)
    const text = sheetLines(sheetWords(sheet, 'en'), 'en').join('\n')
    expect(text).toContain('None of the models that were assessed meets')
    expect(text).toContain('680,000 hours; not disclosed')
    expect(text).toContain(
      'open: Base model weights, License; partly open: Code; closed: Base model data; nothing found: Fine-tuning data,',
    )
    expect(text).toContain(`SHA-256: encoder.onnx ${'a'.repeat(64)}`)
    expect(text).toContain('SHA-256: two (all files together)')
  })

  it('says what the run did and cost', () => {
    const sheet = sheetOf(document, { ...none, cost: wholeCost([cost]) })
    const english = sheetLines(sheetWords(sheet, 'en'), 'en').join('\n')
    expect(english).toContain('English (in 3 of 3 samples). Transcribed on 26 November 2026.')
    expect(sheetWords(sheet, 'en', 'en-US').about).toContain('Transcribed on November 26, 2026.')
    expect(english).toContain('Time: 1:00')
    expect(english).toContain('Memory, at most: 1.1\u00A0GB (of 8\u00A0GB)')
    expect(english).toContain('Energy, estimated: 0.2\u00A0Wh (between 0.1\u00A0Wh and 0.35\u00A0Wh)')
    expect(english).toContain('Sent and received: 0\u00A0bytes (0 connections)')
    expect(english).toContain('Passes: First pass for 12 passages, second pass for 3')
    expect(english).toContain('Left out: 0:15 without speech')
    expect(english).toContain('Failed: 1 passage')
    expect(english).toContain('Versions: Parolo 2.0.0, ffmpeg 7.1')
    const french = sheetLines(sheetWords(sheet, 'fr'), 'fr').join('\n')
    expect(french).toContain('anglais (dans 3 extraits sur 3). Transcrit le 26 novembre 2026.')
    expect(french).toMatch(/^Mémoire, au plus\u00A0: 1,1\sGo \(sur 8\sGo\)$/mu)
  })

  it('says that nothing was recorded where nothing was', () => {
    const sheet = sheetOf(document, none)
    expect(sheet.run).toBeNull()
    expect(sheetWords(sheet, 'en').about).toContain('were not recorded')
    expect(sheetWords(sheet, 'en').facts.map(({ label }) => label)).toEqual(['Checked by a person'])
  })

  it('says what this system does not tell', () => {
    const missing = sheetOf(document, { ...none, cost: wholeCost([{ ...cost, unmeasured: ['ffmpeg'] }]) })
    expect(sheetLines(sheetWords(missing, 'en'), 'en').join('\n')).toContain('does not report it: ffmpeg.')
  })
})

describe('the cost of several runs', () => {
  it('is their sum, told by the last that ended', () => {
    const stopped: RunCost = {
      ...cost,
      startedAtMs: 1_000,
      outcome: 'stopped',
      peakBytes: 2e9,
      details: { passages: 4 },
    }
    const again = { ...cost, details: { ...cost.details, reusedTexts: 4 } }
    const whole = wholeCost([stopped, again])
    expect(whole).toMatchObject({ runs: 2, wallMs: 120_000, cpuMs: 360_000, peakBytes: 2e9 })
    // The first run's own texts do not count as reused.
    expect(whole?.details.passages).toBe(12)
    expect(whole?.details.reusedTexts).toBeUndefined()
    expect(whole?.endedAtMs).toBe(cost.startedAtMs + 60_000)
    expect(wholeCost([])).toBeNull()
  })
})

it('words that a person changed or accepted are counted once', () => {
  const [paragraph] = base.transcript.paragraphs
  const words = paragraph!.words.slice(0, 6).map((word, index) => ({
    ...word,
    origin: index === 1 ? ('edited' as const) : ('recognised' as const),
  }))
  const mark = {
    id: 'm',
    kind: 'accepted',
    fromWordId: words[1]!.id,
    toWordId: words[3]!.id,
    value: null,
  } as const
  expect(wordShares({ paragraphs: [{ ...paragraph!, words }], marks: [mark] })).toEqual({
    all: 6,
    changed: 1,
    checked: 3,
  })
})
