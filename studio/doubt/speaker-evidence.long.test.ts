import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import type { EngineRequest } from '#contracts/engine'
import { type ReviewEvidence, reviewQuestions } from '#core/speaker-review/questions'
import { PCM_RATE } from '#core/sound/pcm'
import { fakeAnswer, fakeEngineOf } from '../engine-link/testing/fake-answers.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

const WAIT = { timeout: 20_000, interval: 20 }
/** Length of the embedded model's voice embeddings. */
const DIMENSIONS = 192
/** From this time another speaker with a nearly identical voice is on the first track. */
const CHANGE_SECONDS = 30
/** Two speakers close to the limit for one (core/speaker-review/alike-voices). */
const ALIKE = 0.69

/** A unit vector with this similarity to the first axis. */
function voice(similarity: number): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  vector[0] = similarity
  vector[1] = Math.sqrt(1 - similarity ** 2)
  return vector
}

/** The second track has the first track's first voice. */
const engine = fakeEngineOf((request: EngineRequest) => {
  const isSecondTrack = 'pcmPath' in request && request.pcmPath.includes('track-1')
  if (request.kind === 'embed') {
    const from = (request.runs[0]?.startSample ?? 0) / PCM_RATE
    return voice(isSecondTrack || from < CHANGE_SECONDS ? 1 : ALIKE)
  }
  if (request.kind !== 'recognize') return fakeAnswer(request)
  const start = Math.round(request.startSample / PCM_RATE)
  const timestamps = Array.from({ length: Math.floor(request.sampleCount / PCM_RATE) }, (_, at) => at)
  // Otherwise one track would be treated as an echo of the other.
  const tokens = timestamps.map((at) => ` ${isSecondTrack ? 'other' : 'word'}${start + at}`)
  return { text: tokens.join(''), tokens, timestamps, lang: 'en' }
})

it('of a recording with several tracks compares the voices of each track, and never those of two', async () => {
  const folder = await temporaryFolder()
  const opened = await openedService(path.join(folder, 'library'), engine)
  const page = opened.page()
  const file = path.join(folder, 'two-tracks.mka')
  const tones = ['300', '500'].flatMap((hertz) => [
    '-f',
    'lavfi',
    '-i',
    `sine=frequency=${hertz}:duration=60`,
  ])
  await ffmpeg([...tones, '-map', '0:a', '-map', '1:a', '-c:a', 'flac', file])
  const { recordingId } = await page.call('recordings.add', { path: file })
  const settings = { tracks: 'all', language: 'en' } as const
  const { jobId } = await page.call('jobs.start', { recordingId, settings })
  const { library } = opened.service.studio
  await vi.waitFor(async () => expect(await library.job(jobId)).toMatchObject({ state: 'done' }), WAIT)
  const [made] = await library.transcriptsOf(recordingId)
  const transcript = await library.transcript(made?.id ?? '')
  const { voices: json } = await page.call('transcripts.voices', { transcriptId: transcript.id })
  const { voices } = JSON.parse(json ?? 'null') as ReviewEvidence

  const onTrack = voices.map(({ speakerIds }) => speakerIds)
  expect(onTrack.map((ids) => ids.length)).toEqual([2, 1])
  expect(new Set(onTrack.flat()).size).toBe(onTrack.flat().length)
  for (const { pieces, speakerIds } of voices) {
    expect(pieces.length).toBeGreaterThan(0)
    for (const { similarities } of pieces) expect(similarities).toHaveLength(speakerIds.length)
  }
  // The second track's voice is identical to that of the first track's first speaker, but no question is
  // asked about it.
  const pairs = reviewQuestions(transcript, { voices, decided: [] }).flatMap((question) =>
    question.kind === 'pair' ? [[question.one.id, question.other.id]] : [],
  )
  expect(pairs).toEqual([onTrack[0]])
  expect(opened.troubles).toEqual([])
}, 60_000)
