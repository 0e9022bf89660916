import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { TranscribeSettings } from '#contracts/settings'
import { ModelStore } from '../../models/model-store.ts'
import { modelsFor } from '../models-for.ts'
import { inHashedOrder, runOf, settingsKey } from './settings-key.ts'

const store = new ModelStore(fileURLToPath(new URL('../../../resources/models', import.meta.url)), '/nowhere')
const settings: TranscribeSettings = {
  language: 'auto',
  model: 'whisper-base-beam5',
  speakers: null,
  quick: false,
  track: 0,
}

it('is another for every setting, and the same for the same', async () => {
  const models = await modelsFor(store, settings)
  const variants: TranscribeSettings[] = [
    settings,
    { ...settings, language: 'en' },
    { ...settings, speakers: 2 },
    { ...settings, quick: true },
    { ...settings, track: 1 },
    { ...settings, fromMs: 3_000 },
    { ...settings, toMs: 3_000 },
    { ...settings, fromMs: 3_000, toMs: 8_000 },
  ]
  const keys = variants.map((variant) => settingsKey(variant, models))
  expect(new Set(keys).size).toBe(variants.length)
  expect(settingsKey({ ...settings }, models)).toBe(keys[0])
  expect(settingsKey({ ...settings, fromMs: undefined, toMs: undefined }, models)).toBe(keys[0])
})

it('is that of earlier programs with the same pipeline', async () => {
  const models = await modelsFor(store, settings)
  expect(settingsKey(settings, models)).toBe('ae1bb61ebefafecc870b642ce0049b10')
  const all = { ...settings, language: 'fr', speakers: 3, quick: true, track: 1, fromMs: 3_000, toMs: 8_000 }
  expect(settingsKey(all, models)).toBe('32c29ee13986adc9873f6a62045d06f7')
})

it('is the same where the voice model is named that is used anyway; a model that does something else is refused', async () => {
  const voiceModel = 'campplus-sv-zh-en-common-advanced'
  const named = { ...settings, voiceModel }
  const key = settingsKey(settings, await modelsFor(store, settings))
  expect(settingsKey(named, await modelsFor(store, named))).toBe(key)
  await expect(modelsFor(store, { ...settings, voiceModel: 'silero-vad-v6' })).rejects.toMatchObject({
    code: 'model.unknown',
    values: { id: 'silero-vad-v6', known: voiceModel },
  })
  await expect(modelsFor(store, { ...settings, voiceModel: 'none' })).rejects.toMatchObject({
    code: 'model.unknown',
  })
})

it('is the same whatever the order of settings and of what is in them', () => {
  const glossary = [{ term: 'Parolo', sounds: ['paˈʁɔlo'] }]
  const one = inHashedOrder({ track: 0, language: 'fr', terms: { b: 1, a: [1, 2] }, glossary })
  const other = inHashedOrder({ glossary, terms: { a: [1, 2], b: 1 }, language: 'fr', track: 0 })
  expect(one).toBe(other)
  expect(inHashedOrder({ language: 'fr', terms: { a: [2, 1], b: 1 }, track: 0 })).not.toBe(one)
})

it('is another for a model without times since the embedded one gives them, unless words are quick', async () => {
  const models = await modelsFor(store, settings)
  const { entry } = models.recognizer
  const untimed = {
    ...models,
    recognizer: { ...models.recognizer, entry: { ...entry, times: 'none' as const } },
  }
  expect(settingsKey(settings, untimed)).not.toBe(settingsKey(settings, models))
  const quick = { ...settings, quick: true }
  expect(settingsKey(quick, untimed)).toBe(settingsKey(quick, models))
  expect(runOf(settings, untimed, '1.2.3').settings).toMatchObject({ wordTimes: 'whisper-base-beam5' })
})

it('a range stands in the run of its transcript, and nothing where there is none', async () => {
  const models = await modelsFor(store, settings)
  const ranged = runOf({ ...settings, fromMs: 3_000, toMs: 8_000 }, models, '1.2.3')
  expect(ranged.settings).toMatchObject({ fromMs: 3_000, toMs: 8_000 })
  expect(Object.keys(runOf(settings, models, '1.2.3').settings)).toEqual([
    'language',
    'speakers',
    'quick',
    'track',
  ])
})

it('the run that stands in a transcript names every model by role and hash, and no clock', async () => {
  const run = runOf(settings, await modelsFor(store, settings), '1.2.3')
  expect(run).toMatchObject({
    program: 'parolo',
    version: '1.2.3',
    settings: { language: 'auto', speakers: null },
  })
  expect(run.models.map(({ role }) => role).sort()).toEqual([
    'embedding',
    'recogniser',
    'segmentation',
    'speech-detection',
  ])
  for (const { sha256 } of run.models) expect(sha256).toMatch(/^[0-9a-f]{64}$/u)
})

it.each([
  ['an unknown model', { model: 'nothing' }, 'model.unknown'],
  ['a model that recognises nothing', { model: 'silero-vad-v6' }, 'model.unknown'],
  ['a language that the model does not speak', { language: 'xx' }, 'model.language'],
])('%s is refused before any work', async (_, change, code) => {
  await expect(modelsFor(store, { ...settings, ...change })).rejects.toMatchObject({ code })
})

it('a job that names a model which was replaced is the job of the one in its place', async () => {
  const former = { ...settings, model: 'whisper-base-int8' }
  const models = await modelsFor(store, former)
  expect(models.recognizer.entry.id).toBe('whisper-base-beam5')
  expect(settingsKey(former, models)).toBe(settingsKey(settings, await modelsFor(store, settings)))
})
