import { appendFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import type { EngineRequest } from '#contracts/engine'
import { Fault } from '#contracts/errors'
import type { EngineChild, StartEngine } from '../engine-link/engine-child.ts'
import { fakeAnswer, fakeEngineOf } from '../engine-link/testing/fake-answers.ts'
import { DEFAULT_MODELS } from '../models/model-store.ts'
import { modelStore } from '../studio.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { LiveEngine } from './live-engine.ts'

const streaming = fileURLToPath(new URL('../../fixtures/models/streaming-zipformer-made-up', import.meta.url))
const ID = 'streaming-zipformer-made-up'
const EMBEDDED = 'whisper-base-beam5'
const decode = { kind: 'recognize', pcmPath: 'x.pcm', startSample: 0, sampleCount: 16_000 } as const

/** An engine with a streaming recognizer and the embedded one; `answer` may throw to make a call fail. */
async function openedEngine(answer: (request: EngineRequest, isStreaming: boolean) => unknown) {
  const store = modelStore(await temporaryFolder())
  const model = await store.add(streaming)
  const started: EngineChild[] = []
  const startEngine: StartEngine = (listener) => {
    let isStreaming = false
    const process = fakeEngineOf((request) => {
      if (request.kind === 'load-recognizer') isStreaming = request.streaming
      return answer(request, isStreaming)
    })(listener)
    started.push(process)
    return process
  }
  const replaced: unknown[] = []
  const engine = new LiveEngine({
    store,
    recognizers: [model, await store.find(EMBEDDED)],
    detector: await store.find(DEFAULT_MODELS['speech-detection']),
    language: 'fr',
    startEngine,
    onReplaced: (unusable, by, error) =>
      replaced.push([unusable.entry.id, by.entry.id, error instanceof Fault ? error.code : error]),
  })
  onTestFinished(() => engine.close())
  const call = () => engine.call(decode, { soundSeconds: 1 })
  return { engine, model, started, replaced, call }
}

const isLoad = ({ kind }: EngineRequest, isStreaming: boolean): boolean =>
  kind === 'load-recognizer' && isStreaming

it('takes the next recognizer where files are gone or damaged, and says so', async () => {
  for (const [spoil, code] of [
    [(file: string) => rm(file), 'model.missing'],
    [(file: string) => appendFile(file, 'x'), 'model.damaged'],
  ] as const) {
    const { engine, model, replaced, call } = await openedEngine(fakeAnswer)
    await spoil(path.join(model.folder, 'tokens.txt'))
    await engine.start()
    expect(replaced).toEqual([[ID, EMBEDDED, code]])
    expect(engine.model.entry.id).toBe(EMBEDDED)
    expect(await call()).toMatchObject({ text: ' at0x0 at0x5' })
  }
})

it('takes the next recognizer where the model cannot be loaded any more after the process died', async () => {
  let isGone = false
  const { engine, started, replaced, call } = await openedEngine((request, isStreaming) => {
    if (isGone && isLoad(request, isStreaming)) throw new Error('no such file')
    return fakeAnswer(request)
  })
  await engine.start()
  expect(await call()).toMatchObject({ text: ' at0x0 at0x5' })
  expect(engine.model.entry.id).toBe(ID)
  isGone = true
  started[0]?.kill()
  // Both calls were made before either result was known.
  const made = await Promise.all([call(), call()])
  expect(made).toMatchObject([{ text: ' at0x0 at0x5' }, { text: ' at0x0 at0x5' }])
  expect(replaced).toEqual([[ID, EMBEDDED, 'model.load-failed']])
})

it('takes the next recognizer where one fails on three passages in a row', async () => {
  const { engine, replaced, call } = await openedEngine((request, isStreaming) => {
    if (request.kind === 'recognize' && isStreaming) throw new Error('no such input')
    return fakeAnswer(request)
  })
  await engine.start()
  await expect(call()).rejects.toMatchObject({ code: 'engine.failed' })
  await expect(call()).rejects.toMatchObject({ code: 'engine.failed' })
  expect(replaced).toEqual([])
  expect(await call()).toMatchObject({ text: ' at0x0 at0x5' })
  expect(replaced).toEqual([[ID, EMBEDDED, 'engine.failed']])
})

it('fails where the last one cannot be loaded either, and replaces nothing', async () => {
  const { engine, replaced } = await openedEngine((request) => {
    if (request.kind === 'load-recognizer') throw new Error('no memory')
    return fakeAnswer(request)
  })
  await expect(engine.start()).rejects.toMatchObject({ code: 'model.load-failed' })
  expect(replaced).toEqual([])
})
