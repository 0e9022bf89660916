import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import type { EngineRequest } from '#contracts/engine'
import { findDifferences } from '#core/second-opinion/find-differences'
import { type StoredOpinion, unpackOpinion } from '#core/second-opinion/stored-opinion'
import { PCM_RATE } from '#core/sound/pcm'
import { trackOfWord } from '#core/tracks/track-ids'
import type { DirectPage } from '../api/testing/direct-page.ts'
import { fakeAnswer, fakeEngineOf } from '../engine-link/testing/fake-answers.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

const WAIT = { timeout: 20_000, interval: 20 }

/** Recognizes the same words in every language, except that in French each word at a whole second differs. */
function createEngine() {
  const decoded: { readonly language: string; readonly startSeconds: number }[] = []
  let language = ''
  const startEngine = fakeEngineOf((request: EngineRequest) => {
    if (request.kind === 'load-recognizer' || request.kind === 'set-config') {
      const { whisper } = request.config.modelConfig as { whisper: { language: string } }
      ;({ language } = whisper)
    }
    if (request.kind !== 'recognize') return fakeAnswer(request)
    const startSeconds = request.startSample / PCM_RATE
    // Otherwise one track would be treated as an echo of the other.
    const own = request.pcmPath.includes('track-1') ? 'b' : ''
    decoded.push({ language, startSeconds })
    const seconds = Math.floor(request.sampleCount / PCM_RATE)
    const timestamps = Array.from({ length: seconds }, (_, index) => index)
    const tokens = timestamps.map((at) => {
      const name = Math.round(startSeconds + at)
      return language === 'fr' && name % 5 === 0 ? ` ${own}Other${name}` : ` ${own}word${name}`
    })
    return { text: tokens.join(''), tokens, timestamps, lang: language }
  })
  return { decoded, startEngine }
}

async function jobDone(page: DirectPage, jobId: string): Promise<void> {
  await vi.waitFor(async () => {
    const job = (await page.call('jobs.list', {})).find(({ id }) => id === jobId)
    expect(job).toMatchObject({ state: 'done', error: null })
  }, WAIT)
}

async function transcribed(page: DirectPage, folder: string) {
  const file = path.join(folder, 'tone.wav')
  await ffmpeg(['-f', 'lavfi', '-i', 'sine=frequency=300:duration=40', file])
  const { recordingId } = await page.call('recordings.add', { path: file })
  const { jobId } = await page.call('jobs.start', { recordingId, settings: { language: 'en' } })
  await jobDone(page, jobId)
  const { transcript } = await page.call('recordings.get', { recordingId })
  return { recordingId, transcriptId: transcript?.id ?? '' }
}

it('recognizes the parts that were asked for again, keeps the text beside the transcript, and is done once', async () => {
  const folder = await temporaryFolder()
  const { decoded, startEngine } = createEngine()
  const first = await openedService(path.join(folder, 'library'), startEngine)
  const page = first.page()
  const { recordingId, transcriptId } = await transcribed(page, folder)
  const before = await first.service.studio.library.transcript(transcriptId)
  decoded.length = 0

  const asked = { transcriptId, spans: [{ startMs: 0, endMs: 4_000 }], language: 'fr' }
  const { jobId } = await page.call('opinions.start', asked)
  await jobDone(page, jobId)
  // Not the whole recording, and none of it in another language.
  expect(decoded.length).toBeGreaterThan(0)
  expect(decoded.every(({ language, startSeconds }) => language === 'fr' && startSeconds < 31)).toBe(true)
  expect(await page.call('opinions.start', asked)).toEqual({ jobId })
  await first.close()

  const second = await openedService(path.join(folder, 'library'), startEngine)
  const again = second.page()
  const { library } = second.service.studio
  expect(await library.transcript(transcriptId)).toEqual(before)
  expect(await again.call('opinions.list', { transcriptId })).toMatchObject([
    { jobId, modelName: expect.stringMatching(/\S/u), result: { language: 'fr', differences: 1 } },
  ])
  const made = await again.call('opinions.get', { jobId })
  const opinion = unpackOpinion(JSON.parse(made?.opinion ?? '') as StoredOpinion)
  expect(opinion.wanted).toEqual(asked.spans)
  const found = findDifferences(before, opinion)
  expect(found.map(({ now, words }) => [...now, ...words].map(({ text }) => text))).toEqual([
    ['word0', 'Other0'],
  ])
  // Not a job that writes text: the card shows none, and the list of transcripts is unchanged.
  expect((await again.call('recordings.get', { recordingId })).job).toBeNull()
  expect(await again.call('transcripts.list', { recordingId })).toMatchObject([
    { id: transcriptId, current: true },
  ])

  await again.call('opinions.discard', { jobId })
  expect(await again.call('opinions.get', { jobId })).toBeNull()
  expect(await again.call('opinions.list', { transcriptId })).toEqual([])
  await expect(again.call('opinions.discard', { jobId })).rejects.toThrow('job.unknown')
  decoded.length = 0
  const other = await again.call('opinions.start', asked)
  await jobDone(again, other.jobId)
  expect(decoded).toEqual([])
  expect([...first.troubles, ...second.troubles]).toEqual([])
}, 60_000)

it('two passes everywhere if more care is asked for; the language is detected if it is left open', async () => {
  const folder = await temporaryFolder()
  const { decoded, startEngine } = createEngine()
  const { page, troubles } = await openedService(path.join(folder, 'library'), startEngine)
  const window = page()
  const { transcriptId } = await transcribed(window, folder)
  decoded.length = 0
  const quick = await window.call('opinions.start', { transcriptId, spans: null })
  await jobDone(window, quick.jobId)
  // With the transcript's model and language, every decode already exists.
  expect(decoded).toEqual([])
  expect(await window.call('opinions.list', { transcriptId })).toMatchObject([
    { settings: { language: 'en', careful: false }, result: { differences: 0 } },
  ])
  const careful = await window.call('opinions.start', { transcriptId, spans: null, careful: true })
  await jobDone(window, careful.jobId)
  expect(decoded.length).toBeGreaterThan(1)
  const open = await window.call('opinions.start', { transcriptId, spans: null, language: 'auto' })
  expect(open.jobId).not.toBe(quick.jobId)
  expect(troubles).toEqual([])
}, 60_000)

it('of a recording with several tracks is one of each track, compared with the words of that track', async () => {
  const folder = await temporaryFolder()
  const { startEngine } = createEngine()
  const { page, service, troubles } = await openedService(path.join(folder, 'library'), startEngine)
  const window = page()
  const file = path.join(folder, 'two-tracks.mka')
  const tones = ['300', '500'].flatMap((hertz) => [
    '-f',
    'lavfi',
    '-i',
    `sine=frequency=${hertz}:duration=12`,
  ])
  await ffmpeg([...tones, '-map', '0:a', '-map', '1:a', '-c:a', 'flac', file])
  const { recordingId } = await window.call('recordings.add', { path: file })
  const { jobId } = await window.call('jobs.start', {
    recordingId,
    settings: { language: 'en', tracks: 'all' },
  })
  await jobDone(window, jobId)
  const { library } = service.studio
  const { transcript } = await window.call('recordings.get', { recordingId })
  const transcriptId = transcript?.id ?? ''
  const before = await library.transcript(transcriptId)
  const asked = { transcriptId, spans: [{ startMs: 4_500, endMs: 6_500 }], language: 'fr' }
  const { jobId: again } = await window.call('opinions.start', asked)
  await jobDone(window, again)
  const made = await window.call('opinions.get', { jobId: again })
  const opinion = unpackOpinion(JSON.parse(made?.opinion ?? '') as StoredOpinion)
  expect(opinion.texts.map(({ track }) => track)).toEqual([0, 1])
  const found = findDifferences(before, opinion).map(({ now, words }) => ({
    track: trackOfWord(now[0]?.id ?? '') ?? -1,
    texts: [...now, ...words].map(({ text }) => text),
  }))
  expect(found.toSorted((one, other) => one.track - other.track)).toEqual([
    { track: 0, texts: ['word5', 'Other5'] },
    { track: 1, texts: ['bword5', 'bOther5'] },
  ])
  expect(troubles).toEqual([])
}, 60_000)

it('refuses a transcript that is not there or still written, a model that is not there, transcripts of two recordings', async () => {
  const { page, service } = await openedService(undefined, createEngine().startEngine)
  const window = page()
  const { library } = service.studio
  await service.runner.close()
  const ids: string[] = []
  for (const [index, name] of ['a', 'b'].entries()) {
    const { id: recordingId } = await library.addRecording({
      path: `/nowhere/${name}.mp3`,
      fileName: `${name}.mp3`,
      title: name,
      bytes: 9,
      mtimeMs: 1,
      sha256: String(index).repeat(64),
    })
    const run = { program: 'parolo', version: '0', models: [], settings: {} }
    const job = await library.requestJob({ recordingId, kind: 'transcribe', settings: {}, settingsKey: 'k' })
    const made = await library.startTranscript({
      recordingId,
      jobId: job.id,
      language: 'en',
      run,
      settingsKey: 'k',
    })
    ids.push(made.id)
  }
  const [transcriptId = '', otherId = ''] = ids
  await expect(window.call('opinions.start', { transcriptId: 'none', spans: null })).rejects.toThrow(
    'recording.no-transcript',
  )
  await expect(window.call('opinions.start', { transcriptId, spans: null })).rejects.toThrow(
    'transcript.running',
  )
  await library.finishTranscript(transcriptId)
  await expect(window.call('opinions.start', { transcriptId, spans: null, model: 'none' })).rejects.toThrow(
    'model.unknown',
  )
  await expect(window.call('transcripts.compare', { transcriptId, otherId })).rejects.toThrow(
    'transcript.other-recording',
  )
  await expect(window.call('transcripts.list', { recordingId: 'none' })).rejects.toThrow('recording.unknown')
})

it('looks for the terms of the glossary where the model can: with others it is another request', async () => {
  const folder = await temporaryFolder()
  const looked: unknown[] = []
  const engine = fakeEngineOf((request: EngineRequest) => {
    if (request.kind === 'load-recognizer') looked.push(request.config['hotwords'])
    return fakeAnswer(request)
  })
  const { page, troubles } = await openedService(path.join(folder, 'library'), engine)
  const window = page()
  const { recordingId, transcriptId } = await transcribed(window, folder)
  const transducer = path.join(folder, 'transducer')
  await mkdir(transducer)
  for (const name of ['encoder.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt'])
    await writeFile(path.join(transducer, name), name)
  await window.call('models.add', { folder: transducer })
  await window.call('glossary.set', { recordingId, text: 'Okonjo\n' })
  await window.call('glossary.set', { recordingId: null, text: 'Ada\n' })
  looked.length = 0

  const spans = [{ startMs: 0, endMs: 4_000 }]
  const asked = { transcriptId, spans, model: 'transducer' }
  const { jobId } = await window.call('opinions.start', asked)
  await jobDone(window, jobId)
  expect(looked).toEqual([['Ada', 'Okonjo']])
  // The embedded model does not support it.
  const other = await window.call('opinions.start', { transcriptId, spans })
  await jobDone(window, other.jobId)
  await window.call('glossary.set', { recordingId, text: '' })
  const later = await window.call('opinions.start', asked)
  expect(later.jobId).not.toBe(jobId)
  await jobDone(window, later.jobId)
  expect(looked.filter((words) => words !== undefined)).toEqual([['Ada', 'Okonjo'], ['Ada']])
  expect(troubles).toEqual([])
}, 60_000)
