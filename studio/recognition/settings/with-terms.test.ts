import { expect, it } from 'vitest'
import type { TranscribeSettings } from '#contracts/settings'
import type { Term } from '#core/glossary/term'
import { decodeSettings } from '../results/decodes.ts'
import { withHotwords } from '../../models/hotwords.ts'
import { recognizerConfig } from '../../models/model-config.ts'
import type { Model } from '../../models/model-store.ts'
import { inHashedOrder } from './settings-key.ts'
import { withTerms } from './with-terms.ts'

const modelOf = (kind: string): Model => ({
  entry: {
    id: 'm',
    kind,
    languageSettings: [],
    secondPass: {},
    config: { tokens: 'file:tokens.txt' },
    tailZeros: 0,
    leadingSeconds: 0,
    streaming: false,
  } as unknown as Model['entry'],
  folder: '/models/m',
  embedded: false,
})
const settings: TranscribeSettings = { language: 'en', model: 'm', speakers: null, quick: false, track: 0 }
const library = (terms: readonly Term[]) => ({ termsFor: () => Promise.resolve([...terms]) })
const terms: readonly Term[] = [
  { text: 'Okonjo', forms: ['Okonjos'] },
  { text: 'Ada', soundsLike: ['eh da'] },
  { text: 'Größe', language: 'de' },
]

it('a transducer’s request has the glossary’s words, in a fixed order, without those of another language', async () => {
  const asked = await withTerms(library(terms), 'r', settings, { recognizer: modelOf('transducer') })
  expect(asked).toEqual({ ...settings, hotwords: ['Ada', 'Okonjo', 'Okonjos'] })
  const reordered = await withTerms(library(terms.toReversed()), 'r', settings, {
    recognizer: modelOf('transducer'),
  })
  expect(reordered).toEqual(asked)
  const byLanguage = new Map([['en', modelOf('transducer')]])
  const auto = { ...settings, language: 'auto' }
  const found = await withTerms(library(terms), 'r', auto, { recognizer: modelOf('whisper'), byLanguage })
  expect(found.hotwords).toEqual(['Ada', 'Größe', 'Okonjo', 'Okonjos'].toSorted())
})

it('the request is the same as before without a glossary, and for recognizers that cannot look for words', async () => {
  expect(await withTerms(library([]), 'r', settings, { recognizer: modelOf('transducer') })).toBe(settings)
  for (const kind of ['nemo-transducer', 'whisper', 'online-nemo'])
    expect(await withTerms(library(terms), 'r', settings, { recognizer: modelOf(kind) })).toBe(settings)
  expect(inHashedOrder({ ...settings })).not.toContain('hotwords')
})

it('decodes with other words are other decodes, and words go to the engine apart from the model’s config', () => {
  const plain = modelOf('transducer')
  const one = withHotwords(plain, ['Ada'])
  expect(withHotwords(plain, [])).toBe(plain)
  expect(withHotwords(modelOf('nemo-transducer'), ['Ada'])).toEqual(modelOf('nemo-transducer'))
  const hashes = [plain, one, withHotwords(plain, ['Eve'])].map((model) =>
    decodeSettings(model, 'en', 'first'),
  )
  expect(new Set(hashes).size).toBe(3)
  expect(recognizerConfig(one, 'en')).toMatchObject({ hotwords: ['Ada'], decodingMethod: 'greedy_search' })
  expect(recognizerConfig(one, 'en')['modelConfig']).not.toHaveProperty('hotwords')
  expect(recognizerConfig(plain, 'en')).not.toHaveProperty('hotwords')
})
