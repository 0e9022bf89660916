import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import type { EngineRequest } from '#contracts/engine'
import { PCM_RATE } from '#core/sound/pcm'
import { fakeAnswer, fakeEngineOf } from '../engine-link/testing/fake-answers.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

const WAIT = { timeout: 20_000, interval: 20 }
const DIMENSIONS = 192
/** Another speaker from this time on. */
const CHANGE_SECONDS = 30

/** A unit vector with this similarity to the first axis, the rest along another. */
function voice(similarity: number, axis: number): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  vector[0] = similarity
  vector[axis] = Math.sqrt(1 - similarity ** 2)
  return vector
}

/** In every recording the first speaker has nearly the same voice; the second one resembles none. */
const engine = fakeEngineOf((request: EngineRequest) => {
  if (request.kind === 'embed') {
    const from = (request.runs[0]?.startSample ?? 0) / PCM_RATE
    return from < CHANGE_SECONDS ? voice(0.95, 1) : voice(0.1, 2)
  }
  if (request.kind !== 'recognize') return fakeAnswer(request)
  const timestamps = Array.from({ length: Math.floor(request.sampleCount / PCM_RATE) }, (_, at) => at)
  const tokens = timestamps.map((at) => ` word${at}`)
  return { text: tokens.join(''), tokens, timestamps, lang: 'en' }
})

it('a voice is remembered when asked, offered in another recording, declined once, and forgotten', async () => {
  const folder = await temporaryFolder()
  const opened = await openedService(path.join(folder, 'library'), engine)
  const page = opened.page()
  const { library } = opened.service.studio

  const transcribed = async (name: string, hertz: number) => {
    const file = path.join(folder, `${name}.flac`)
    await ffmpeg(['-f', 'lavfi', '-i', `sine=frequency=${hertz}:duration=60`, '-ac', '1', file])
    const { recordingId } = await page.call('recordings.add', { path: file })
    const { jobId } = await page.call('jobs.start', { recordingId, settings: { language: 'en' } })
    await vi.waitFor(async () => expect(await library.job(jobId)).toMatchObject({ state: 'done' }), WAIT)
    const [made] = await library.transcriptsOf(recordingId)
    return { recordingId, transcriptId: made?.id ?? '' }
  }
  const rename = async (transcriptId: string, speakerId: string, name: string, id: string) => {
    const { editNumber } = await library.transcriptState(transcriptId)
    const edits = [{ kind: 'rename-speaker', id, speakerId, name }] as const
    await page.call('transcripts.edit', { transcriptId, edits: [...edits], baseNumber: editNumber })
  }
  const offers = async (transcriptId: string) => (await page.call('voices.offers', { transcriptId })).offers

  const first = await transcribed('first', 300)
  const speakerIds = (await library.transcript(first.transcriptId)).speakers.map(({ id }) => id)
  expect(speakerIds).toEqual(['s1', 's2'])
  const ask = { transcriptId: first.transcriptId, speakerId: 's1' }
  await expect(page.call('voices.remember', ask)).rejects.toMatchObject({ error: { code: 'voice.no-name' } })
  await rename(first.transcriptId, 's1', 'Anna', 'e1')
  // Naming a speaker is not a request to remember the voice.
  expect(await page.call('voices.list', {})).toEqual([])
  const { voiceId, seconds } = await page.call('voices.remember', ask)
  expect(seconds).toBeGreaterThan(20)
  const part = { recordingId: first.recordingId, title: 'first', seconds, isComparable: true }
  expect(await page.call('voices.list', {})).toMatchObject([{ id: voiceId, name: 'Anna', parts: [part] }])
  expect(await offers(first.transcriptId)).toEqual([])

  const second = await transcribed('second', 500)
  const [offer, ...others] = await offers(second.transcriptId)
  expect(others).toEqual([])
  expect(offer).toMatchObject({
    speakerId: 's1',
    voiceId,
    name: 'Anna',
    remembered: { recordingId: first.recordingId, title: 'first' },
  })
  for (const span of [offer?.remembered, offer?.here]) {
    expect((span?.endMs ?? 0) - (span?.startMs ?? 0)).toBeGreaterThan(1_000)
    expect(span?.endMs).toBeLessThanOrEqual(CHANGE_SECONDS * 1000 + 100)
  }
  // An offer by itself changes nothing.
  const { speakers } = await library.transcript(second.transcriptId)
  expect(speakers.map(({ name }) => name)).toEqual([null, null])

  const here = { startMs: offer?.here.startMs ?? 0, endMs: offer?.here.endMs ?? 0 }
  await page.call('voices.decline', { transcriptId: second.transcriptId, voiceId, here })
  expect(await offers(second.transcriptId)).toEqual([])

  // A third recording still gets an offer; once accepted, it can be added to the voice.
  const third = await transcribed('third', 700)
  expect(await offers(third.transcriptId)).toMatchObject([{ speakerId: 's1', voiceId }])
  await rename(third.transcriptId, 's1', 'anna', 'e2')
  expect(await offers(third.transcriptId)).toEqual([])
  await page.call('voices.remember', { transcriptId: third.transcriptId, speakerId: 's1' })
  const [one, ...more] = await page.call('voices.list', {})
  expect(more).toEqual([])
  expect(one?.parts.map(({ title }) => title)).toEqual(['first', 'third'])

  await page.call('recordings.delete', { recordingId: first.recordingId })
  expect((await page.call('voices.list', {}))[0]?.parts.map(({ title }) => title)).toEqual(['third'])
  expect(await page.call('voices.forget', { voiceId })).toEqual({ isErased: true, unreadableBackups: 0 })
  expect(await page.call('voices.list', {})).toEqual([])
  const again = page.call('voices.forget', { voiceId })
  await expect(again).rejects.toMatchObject({ error: { code: 'voice.unknown' } })
  expect(opened.troubles).toEqual([])
}, 60_000)
