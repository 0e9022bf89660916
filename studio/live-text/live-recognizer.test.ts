import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { EngineRequest } from '#contracts/engine'
import { blockToBytes } from '#core/recording/block-bytes'
import { fakeAnswer, fakeEngineOf } from '../engine-link/testing/fake-answers.ts'
import { ModelStore } from '../models/model-store.ts'
import { START_MS, toneBlock } from '../recording/testing/running.ts'
import { modelStore } from '../studio.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { liveRecognizer } from './live-recognizer.ts'

const streaming = fileURLToPath(new URL('../../fixtures/models/streaming-zipformer-made-up', import.meta.url))
const ID = 'streaming-zipformer-made-up'
const EMBEDDED = 'whisper-base-beam5'

async function storeWithStreaming(): Promise<ModelStore> {
  const store = modelStore(await temporaryFolder())
  await store.add(streaming)
  return store
}

it('is a streaming model that is here and speaks the language, else the embedded one', async () => {
  const store = await storeWithStreaming()
  const errors: unknown[] = []
  const chosenFor = async (language: string | null, modelByLanguage: Record<string, string> = {}) => {
    const onError = (error: unknown) => void errors.push(error)
    return (await liveRecognizer(store, language, { modelByLanguage, onError })).entry.id
  }
  // It is not known what an added model speaks.
  expect(await chosenFor('fr')).toBe(EMBEDDED)
  expect(await chosenFor('fr', { fr: ID })).toBe(ID)
  expect(await chosenFor('de', { fr: ID })).toBe(EMBEDDED)
  expect(await chosenFor(null, { fr: ID })).toBe(EMBEDDED)
  // A model that is not here, or does not stream, changes nothing.
  expect(await chosenFor('fr', { fr: 'kroko-fr' })).toBe(EMBEDDED)
  expect(await chosenFor('fr', { fr: EMBEDDED })).toBe(EMBEDDED)
  expect(errors).toEqual([])
})

it('leaves out a streaming model that is damaged, and says so', async () => {
  const store = await storeWithStreaming()
  const { folder } = await store.find(ID)
  await appendFile(path.join(folder, 'tokens.txt'), 'x')
  const errors: unknown[] = []
  const made = await liveRecognizer(store, 'fr', {
    modelByLanguage: { fr: ID },
    onError: (error) => void errors.push(error),
  })
  expect(made.entry.id).toBe(EMBEDDED)
  expect(errors).toMatchObject([{ code: 'model.damaged' }])
})

it('reads on what is being said, instead of reading it again', async () => {
  const requests: EngineRequest[] = []
  const engine = fakeEngineOf((request) => {
    requests.push(request)
    return fakeAnswer(request)
  })
  const opened = await openedService(undefined, engine)
  const page = opened.page()
  await page.call('models.add', { folder: streaming })
  await page.call('program.setPreferences', { modelByLanguage: { en: ID } })
  const { runningId } = await page.call('recorder.start', {
    title: 'Garden committee',
    language: 'en',
    people: null,
    type: 'meeting',
    sources: [{ name: 'Me', role: 'microphone', device: 'mic' }],
    consent: null,
    liveText: true,
    atMs: START_MS,
  })
  let lines = 0
  const channel = opened.service.openSoundChannel((message) => {
    if (message.kind === 'live') lines = message.fromLine + message.lines.length
  })
  channel.receive({ kind: 'attach', runningId, language: 'en' })
  let sent = 0
  const send = (blocks: number) => {
    for (const until = sent + blocks; sent < until; sent += 1)
      channel.receiveBytes(blockToBytes(toneBlock(0, sent)))
  }
  const growing = () => requests.filter((one) => one.kind === 'recognize' && one.isGrowing === true)
  await expect
    .poll(
      () => {
        send(10)
        return growing().length
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(1)
  await expect
    .poll(
      () => {
        send(20)
        return lines
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
  expect(requests.filter(({ kind }) => kind === 'load-recognizer')).toMatchObject([{ streaming: true }])
  // What is complete is read whole.
  expect(requests.some((one) => one.kind === 'recognize' && one.isGrowing === undefined)).toBe(true)
  await page.call('recorder.stop', { runningId, atMs: START_MS + sent * 50 })
  expect(opened.troubles).toEqual([])
})
