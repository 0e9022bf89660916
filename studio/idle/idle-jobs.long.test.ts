import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { oneVoiceEn } from '../../cli/testing/speech.ts'
import type { EngineRequest } from '#contracts/engine'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { findDoubts } from '#core/doubt/doubts'
import { transcriptWords } from '#core/transcript/transcript'
import type { DirectPage } from '../api/testing/direct-page.ts'
import { fakeAnswer, fakeEngineOf } from '../engine-link/testing/fake-answers.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

const WAIT = { timeout: 20_000, interval: 20 }
/** Marks the token that the embedded model was least sure of. */
const UNSURE = '\uE003'

/**
 * The embedded model is unsure of one word in a passage; the other model recognizes a different word there.
 */
function createEngine() {
  let isOther = false
  return fakeEngineOf((request: EngineRequest) => {
    if (request.kind === 'load-recognizer') isOther = JSON.stringify(request.config).includes('another-model')
    if (request.kind !== 'recognize') return fakeAnswer(request)
    const tokens = [' one', ' two', isOther ? ' tree' : ` three${UNSURE}`, ' four', ' five']
    if (isOther) return { text: tokens.join(''), lang: 'en' }
    return { text: tokens.join(''), tokens, timestamps: tokens.map((_, index) => index), lang: 'en' }
  })
}

async function transcribed(page: DirectPage): Promise<{ recordingId: string; transcriptId: string }> {
  const { recordingId } = await page.call('recordings.add', { path: oneVoiceEn })
  const { jobId } = await page.call('jobs.start', { recordingId, settings: { language: 'en', quick: true } })
  await vi.waitFor(async () => {
    expect((await page.call('jobs.list', {})).find(({ id }) => id === jobId)?.state).toBe('done')
  }, WAIT)
  const { transcript } = await page.call('recordings.get', { recordingId })
  return { recordingId, transcriptId: transcript?.id ?? '' }
}

async function addModel(page: DirectPage): Promise<void> {
  const folder = path.join(await temporaryFolder(), 'another-model')
  await mkdir(folder)
  for (const name of ['encoder.onnx', 'decoder.onnx', 'tokens.txt'])
    await writeFile(path.join(folder, name), name)
  await page.call('models.add', { folder })
}

it('in idle time a second model recognizes whole recordings; where it differs from an unsure word, its text is listed', async () => {
  const { page, service, troubles } = await openedService(undefined, createEngine(), { idleAfterMs: 60 })
  const window = page()
  const { library } = service.studio
  const { transcriptId } = await transcribed(window)
  const evidence = async (): Promise<DoubtEvidence> =>
    JSON.parse((await window.call('transcripts.evidence', { transcriptId })).evidence) as DoubtEvidence
  const own = async () => (await window.call('jobs.list', {})).filter(({ kind }) => kind === 'doubt-opinion')
  await addModel(window)
  // Not requested.
  expect((await evidence()).opinions).toBeUndefined()
  expect(await own()).toEqual([])
  await window.call('program.setPreferences', { checksWithSecondModel: true })
  await vi.waitFor(async () => expect((await evidence()).opinions).toHaveLength(1), WAIT)
  const { likely } = findDoubts(await library.transcript(transcriptId), await evidence())
  const reasons = likely.flatMap((doubt) => doubt.reasons)
  expect(reasons).toContainEqual(expect.objectContaining({ reason: 'other-model-differs', other: 'tree' }))
  // Made once for each transcript, in addition to a person's requests.
  const settings = { transcriptId, spans: null, quick: true, model: 'another-model' }
  await vi.waitFor(async () => expect(await own()).toMatchObject([{ state: 'done', settings }]), WAIT)
  const [other] = (await evidence()).opinions ?? []
  const words = transcriptWords(await library.transcript(transcriptId))
  expect(other?.opinion.wanted).toHaveLength(1)
  expect(other?.opinion.wanted[0]?.startMs).toBe(0)
  expect(other?.opinion.wanted[0]?.endMs).toBeGreaterThanOrEqual(words.at(-1)?.endMs ?? Infinity)
  expect(await window.call('opinions.list', { transcriptId })).toEqual([])
  expect(await service.runningJobs()).toBe(0)
  expect(troubles).toEqual([])
}, 60_000)

it('waits while other work is to be done, and while nobody wants it', async () => {
  const { page, service, troubles } = await openedService(undefined, createEngine(), { idleAfterMs: 20 })
  const window = page()
  const { transcriptId, recordingId } = await transcribed(window)
  await addModel(window)
  const { runner } = service
  expect(runner.holds.isHeld('doubt-opinion')).toBe(true)
  const settings = {
    transcriptId,
    spans: [{ startMs: 0, endMs: 900 }],
    model: 'another-model',
    language: 'en',
    careful: false,
  }
  // As another program may have left it.
  await service.studio.library.requestJob({ recordingId, kind: 'doubt-opinion', settings, settingsKey: 'k' })
  const letGo = runner.holds.hold('recording')
  const waiting = await window.call('jobs.start', { recordingId, settings: { language: 'en', speakers: 3 } })
  await window.call('program.setPreferences', { checksWithSecondModel: true })
  const stateOf = async (kind: string) =>
    (await window.call('jobs.list', {})).find((job) => job.kind === kind)?.state
  await vi.waitFor(async () => expect((await window.call('jobs.list', {})).length).toBe(3), WAIT)
  expect(await stateOf('doubt-opinion')).toBe('queued')
  expect(runner.holds.isHeld('doubt-opinion')).toBe(true)
  letGo()
  await vi.waitFor(async () => {
    expect((await window.call('jobs.list', {})).find(({ id }) => id === waiting.jobId)?.state).toBe('done')
    expect(runner.holds.isHeld('doubt-opinion')).toBe(false)
  }, WAIT)
  await window.call('program.setPreferences', { checksWithSecondModel: false })
  await vi.waitFor(() => expect(runner.holds.isHeld('doubt-opinion')).toBe(true), WAIT)
  expect(troubles).toEqual([])
}, 60_000)

it('holds back on battery power, and goes on once the computer is plugged in', async () => {
  let onBattery = true
  const power = { isOnBattery: () => Promise.resolve(onBattery), powerEveryMs: 20 }
  const { page, service, troubles } = await openedService(undefined, createEngine(), {
    idleAfterMs: 20,
    ...power,
  })
  const window = page()
  await transcribed(window)
  await addModel(window)
  await window.call('program.setPreferences', { checksWithSecondModel: true })
  const { holds } = service.runner
  // Long enough for several checks of power and of pending work.
  const looks = vi.fn(() => holds.isHeld('doubt-opinion'))
  await vi.waitFor(() => {
    expect(looks()).toBe(true)
    expect(looks.mock.calls.length).toBeGreaterThan(10)
  }, WAIT)
  expect((await window.call('jobs.list', {})).filter(({ kind }) => kind === 'doubt-opinion')).toEqual([])
  onBattery = false
  await vi.waitFor(async () => {
    const own = (await window.call('jobs.list', {})).filter(({ kind }) => kind === 'doubt-opinion')
    expect(own).toMatchObject([{ state: 'done' }])
  }, WAIT)
  onBattery = true
  await vi.waitFor(() => expect(holds.isHeld('doubt-opinion')).toBe(true), WAIT)
  expect(troubles).toEqual([])
}, 60_000)
