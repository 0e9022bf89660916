import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import { oneVoiceEn } from '../../cli/testing/speech.ts'
import type { CallInput } from '#contracts/calls/calls'
import type { EngineRequest } from '#contracts/engine'
import { paragraphText } from '#core/transcript/transcript'
import type { DirectPage } from '../api/testing/direct-page.ts'
import type { StartEngine } from '../engine-link/engine-child.ts'
import { fakeAnswer, fakeEngineOf } from '../engine-link/testing/fake-answers.ts'
import { openedService, type OpenedService, temporaryFolder } from '../testing/opened-service.ts'

const WAIT = { timeout: 20_000, interval: 20 }
const OTHER = 'french-model'
const EMBEDDED = 'whisper-base-beam5'

/**
 * Engines in which the embedded model detects `spoken`, and each model writes its name; `loads` collects what
 * was loaded.
 */
function createEngines(spoken: string) {
  const loads: string[] = []
  const startEngine: StartEngine = (listener) => {
    let model = ''
    return fakeEngineOf((request: EngineRequest) => {
      if (request.kind === 'load-recognizer') {
        model = JSON.stringify(request.config).includes(OTHER) ? 'autre' : 'premier'
        loads.push(model)
      }
      if (request.kind !== 'recognize') return fakeAnswer(request)
      const tokens = [' mot', ` ${model}`]
      return { text: tokens.join(''), tokens, timestamps: [0.2, 0.6], lang: spoken }
    })(listener)
  }
  return { loads, startEngine }
}

async function addModel(window: DirectPage): Promise<void> {
  const folder = path.join(await temporaryFolder(), OTHER)
  await mkdir(folder)
  for (const name of ['encoder.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt'])
    await writeFile(path.join(folder, name), name)
  await window.call('models.add', { folder })
  await window.call('program.setPreferences', { modelByLanguage: { fr: OTHER, de: 'not-here' } })
}

async function transcribed(
  { service }: OpenedService,
  window: DirectPage,
  file: string,
  settings: CallInput<'jobs.start'>['settings'],
) {
  const { library } = service.studio
  const { recordingId } = await window.call('recordings.add', { path: file })
  const { jobId } = await window.call('jobs.start', { recordingId, settings })
  await vi.waitFor(async () => expect(await library.job(jobId)).toMatchObject({ state: 'done' }), WAIT)
  const made = (await library.transcriptsOf(recordingId)).find((one) => one.jobId === jobId)
  const { language, run, paragraphs } = await library.transcript(made?.id ?? '')
  const recognizer = run.models.find(({ role }) => role === 'recogniser')?.id
  return { language, run, recognizer, text: paragraphs.map(paragraphText).join(' '), recordingId, jobId }
}

it('is used for the text once its language is found by the embedded one, and named in the run', async () => {
  const { loads, startEngine } = createEngines('fr')
  const opened = await openedService(undefined, startEngine)
  const window = opened.page()
  await addModel(window)
  const made = await transcribed(opened, window, oneVoiceEn, {})
  expect(made).toMatchObject({ language: 'fr', recognizer: OTHER })
  expect(made.text).toContain('mot autre')
  expect(made.text).not.toContain('premier')
  expect(made.run.models.find(({ role }) => role === 'language')?.id).toBe(EMBEDDED)
  expect(made.run.settings).toMatchObject({ language: 'auto', modelByLanguage: true })
  expect(loads).toEqual(['premier', 'autre'])
  // The same request gives the same job.
  const { recordingId, jobId } = made
  expect(await window.call('jobs.start', { recordingId, settings: {} })).toEqual({ jobId, done: 'shown' })
  expect(opened.troubles).toEqual([])
}, 60_000)

it('is not used for another language, nor where a model is asked for', async () => {
  const { loads, startEngine } = createEngines('en')
  const opened = await openedService(undefined, startEngine)
  const window = opened.page()
  await addModel(window)
  const found = await transcribed(opened, window, oneVoiceEn, {})
  expect(found).toMatchObject({
    language: 'en',
    recognizer: EMBEDDED,
    text: expect.stringContaining('premier'),
  })
  const asked = await transcribed(opened, window, oneVoiceEn, { model: EMBEDDED, language: 'auto' })
  expect(asked.jobId).not.toBe(found.jobId)
  expect(asked.run.settings).not.toHaveProperty('modelByLanguage')
  expect(loads).not.toContain('autre')
  expect(opened.troubles).toEqual([])
}, 60_000)

it('is used for all tracks of a recording', async () => {
  const { loads, startEngine } = createEngines('fr')
  const opened = await openedService(undefined, startEngine)
  const window = opened.page()
  await addModel(window)
  const file = path.join(await temporaryFolder(), 'two-tracks.mka')
  const tones = ['300', '500'].flatMap((hertz) => ['-f', 'lavfi', '-i', `sine=frequency=${hertz}:duration=4`])
  await ffmpeg([...tones, '-map', '0:a', '-map', '1:a', '-c:a', 'flac', file])
  const made = await transcribed(opened, window, file, { tracks: 'all' })
  expect(made).toMatchObject({ language: 'fr', recognizer: OTHER })
  expect(made.text).not.toContain('premier')
  expect(loads).toEqual(['premier', 'autre'])
  expect(opened.troubles).toEqual([])
}, 60_000)
