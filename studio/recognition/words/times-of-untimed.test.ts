import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { twoVoicesEn } from '../../../cli/testing/speech.ts'
import type { EngineRequest } from '#contracts/engine'
import { transcriptWords } from '#core/transcript/transcript'
import type { StartEngine } from '../../engine-link/engine-child.ts'
import { fakeAnswer, fakeEngineOf } from '../../engine-link/testing/fake-answers.ts'
import { openedService, temporaryFolder } from '../../testing/opened-service.ts'

const WAIT = { timeout: 20_000, interval: 20 }
const OTHER = ['one', 'two', 'three', 'four', 'five']
/** Times of the embedded model, seconds from the start of each decode. */
const STARTS = [0.2, 0.6, 1.7, 2.1, 2.6]

/** A model without times and the embedded one, which recognizes a different word in the middle. */
function createEngine() {
  const embedded: string[] = []
  const startEngine: StartEngine = (listener) => {
    let isUntimed = false
    let language = ''
    return fakeEngineOf((request: EngineRequest) => {
      if (request.kind === 'load-recognizer' || request.kind === 'set-config') {
        const { moonshine, whisper } = request.config.modelConfig as {
          readonly moonshine?: object
          readonly whisper?: { readonly language: string }
        }
        isUntimed = moonshine !== undefined
        language = whisper?.language ?? ''
      }
      if (request.kind !== 'recognize') return fakeAnswer(request)
      if (isUntimed) return { text: 'One two tree four five.' }
      embedded.push(language)
      const tokens = OTHER.map((word) => ` ${word}`)
      return {
        text: tokens.join(''),
        tokens,
        timestamps: STARTS,
        durations: STARTS.map(() => 0.3),
        lang: 'en',
      }
    })(listener)
  }
  return { embedded, startEngine }
}

async function untimedModel(): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'untimed')
  await mkdir(folder)
  for (const name of ['encoder_model.onnx', 'decoder_model_merged.onnx', 'tokens.txt'])
    await writeFile(path.join(folder, name), name)
  return folder
}

it('words without times get those of the same words of the embedded model, quick ones are spread', async () => {
  const { embedded, startEngine } = createEngine()
  const { page, service, troubles } = await openedService(undefined, startEngine)
  const window = page()
  const { library } = service.studio
  const { id: model } = await window.call('models.add', { folder: await untimedModel() })
  const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
  const wordsWith = async (settings: { readonly quick: boolean; readonly model: string }) => {
    const { jobId } = await window.call('jobs.start', {
      recordingId,
      settings: { language: 'en', ...settings },
    })
    await vi.waitFor(async () => expect((await library.job(jobId))?.state).toBe('done'), WAIT)
    const made = (await library.transcriptsOf(recordingId)).find((one) => one.jobId === jobId)
    const transcript = await library.transcript(made?.id ?? '')
    return { run: transcript.run, words: transcriptWords(transcript) }
  }
  const quick = await wordsWith({ quick: true, model })
  expect(embedded).toEqual([])
  expect(quick.run.settings).not.toHaveProperty('wordTimes')

  const { run, words } = await wordsWith({ quick: false, model })
  expect(new Set(embedded)).toEqual(new Set(['en']))
  expect(run.settings).toMatchObject({ wordTimes: 'whisper-base-beam5' })
  expect(run.models.map(({ role }) => role)).toContain('language')
  expect(words.map(({ text }) => text)).toEqual(quick.words.map(({ text }) => text))
  const asEmbedded = (await wordsWith({ quick: true, model: 'whisper-base-beam5' })).words
  // Equal words get equal times; the one that differs lies between its neighbors.
  const [one, two, tree, four, five] = words
  for (const [index, word] of [one, two, undefined, four, five].entries()) {
    if (word !== undefined) expect(word.startMs).toBe(asEmbedded[index]?.startMs)
  }
  expect(tree?.startMs).toBeGreaterThanOrEqual(two?.endMs ?? Number.NaN)
  expect(tree?.endMs).toBeLessThanOrEqual(four?.startMs ?? Number.NaN)
  expect(words.map(({ startMs }) => startMs)).not.toEqual(quick.words.map(({ startMs }) => startMs))
  expect(troubles).toEqual([])
}, 60_000)
