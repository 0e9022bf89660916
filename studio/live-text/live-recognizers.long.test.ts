import { rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { EngineRequest } from '#contracts/engine'
import { blockToBytes } from '#core/recording/block-bytes'
import type { StartEngine } from '../engine-link/engine-child.ts'
import { fakeAnswer, fakeEngineOf } from '../engine-link/testing/fake-answers.ts'
import { START_MS, toneBlock } from '../recording/testing/running.ts'
import { modelStore } from '../studio.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { liveRecognizers } from './live-recognizers.ts'

const streaming = fileURLToPath(new URL('../../fixtures/models/streaming-zipformer-made-up', import.meta.url))
const ID = 'streaming-zipformer-made-up'
const EMBEDDED = 'whisper-base-beam5'

it('are the streaming models that are here and speak the language, the chosen one first, and last the embedded one', async () => {
  const store = modelStore(await temporaryFolder())
  await store.add(streaming)
  const of = async (language: string | null, modelByLanguage: Record<string, string> = {}) => {
    const { recognizers, missing } = await liveRecognizers(store, { language, modelByLanguage, terms: [] })
    return { ids: recognizers.map(({ entry }) => entry.id), missing: missing?.fault.code ?? null }
  }
  // An added model's languages are unknown.
  expect(await of('fr')).toEqual({ ids: [EMBEDDED], missing: null })
  expect(await of('fr', { fr: ID })).toEqual({ ids: [ID, EMBEDDED], missing: null })
  expect(await of('de', { fr: ID })).toEqual({ ids: [EMBEDDED], missing: null })
  expect(await of(null, { fr: ID })).toEqual({ ids: [EMBEDDED], missing: null })
  // A chosen model that does not stream has no effect, whether installed or not; one that would stream is
  // reported missing.
  expect(await of('fr', { fr: EMBEDDED })).toEqual({ ids: [EMBEDDED], missing: null })
  expect(await of('fr', { fr: 'parakeet-tdt-0.6b-v3' })).toEqual({ ids: [EMBEDDED], missing: null })
  expect(await of('fr', { fr: 'kroko-fr' })).toEqual({ ids: [EMBEDDED], missing: 'model.not-here' })
})

it('look for the terms of the glossary, where their kind can', async () => {
  const store = modelStore(await temporaryFolder())
  await store.add(streaming)
  const terms = [{ text: 'Okonjo' }, { text: 'Zürich', language: 'de' }]
  const { recognizers } = await liveRecognizers(store, {
    language: 'fr',
    modelByLanguage: { fr: ID },
    terms,
  })
  expect(recognizers.map(({ entry }) => entry.config['hotwords'])).toEqual([['Okonjo'], undefined])
})

/** A recording with live text, in a library whose streaming model is chosen for its language. */
async function recordingWith(engine: StartEngine, before: (folder: string) => Promise<void>) {
  const opened = await openedService(undefined, engine)
  const page = opened.page()
  await page.call('models.add', { folder: streaming })
  await page.call('program.setPreferences', { modelByLanguage: { en: ID } })
  await before((await opened.service.studio.models.find(ID)).folder)
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
  const news = { lines: 0, fallbacks: new Set<string>() }
  const channel = opened.service.openSoundChannel((message) => {
    if (message.kind !== 'live') return
    news.lines = message.fromLine + message.lines.length
    const { fallback } = message
    if (fallback !== null) news.fallbacks.add(`${fallback.model}, ${fallback.by}, ${fallback.error.code}`)
  })
  channel.receive({ kind: 'attach', runningId, language: 'en' })
  let sent = 0
  const send = (blocks: number): void => {
    for (const until = sent + blocks; sent < until; sent += 1)
      channel.receiveBytes(blockToBytes(toneBlock(0, sent)))
  }
  const sendUntil = async (isThere: () => boolean): Promise<void> =>
    expect
      .poll(
        () => {
          send(15)
          return isThere()
        },
        { timeout: 20_000 },
      )
      .toBe(true)
  const stop = () => page.call('recorder.stop', { runningId, atMs: START_MS + sent * 50 })
  return { opened, news, sendUntil, stop }
}

it('go on reading what is being said, instead of reading it again', async () => {
  const requests: EngineRequest[] = []
  const engine = fakeEngineOf((request) => {
    requests.push(request)
    return fakeAnswer(request)
  })
  const { opened, news, sendUntil, stop } = await recordingWith(engine, () => Promise.resolve())
  const growing = () => requests.filter((one) => one.kind === 'recognize' && one.isGrowing === true)
  await sendUntil(() => growing().length > 1)
  await sendUntil(() => news.lines > 0)
  expect(requests.filter(({ kind }) => kind === 'load-recognizer')).toMatchObject([{ streaming: true }])
  // Complete passages are decoded as a whole.
  expect(requests.some((one) => one.kind === 'recognize' && one.isGrowing === undefined)).toBe(true)
  expect(news.fallbacks.size).toBe(0)
  await stop()
  expect(opened.troubles).toEqual([])
})

it('give way to the embedded one where files are gone, which every page is told', async () => {
  const { opened, news, sendUntil, stop } = await recordingWith(fakeEngineOf(fakeAnswer), (folder) =>
    rm(path.join(folder, 'tokens.txt')),
  )
  await sendUntil(() => news.lines > 0)
  expect([...news.fallbacks]).toEqual([`${ID}, Whisper base, model.missing`])
  await stop()
  // The log reports it too.
  expect(opened.troubles).toMatchObject([{ code: 'model.missing' }])
})
