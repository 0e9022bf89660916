import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { redactLastWord } from './testing/redact-last-word.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

const vtt =
  'WEBVTT\n\n00:00.200 --> 00:00.900\n<v Anna>Hello there.\n\n00:01.000 --> 00:01.900\n<v Ben>Hello.\n'

it('a review page asked for by a browser is announced with its size, made, and kept until it is downloaded', async () => {
  const folder = await temporaryFolder()
  await writeFile(path.join(folder, 'talk.vtt'), vtt)
  const { page, service, troubles } = await openedService()
  const { recordingId } = await page().call('recordings.add', { path: path.join(folder, 'talk.vtt') })
  const browser = page({ local: false })
  const { transcript } = await browser.call('recordings.get', { recordingId })
  const transcriptId = transcript?.id ?? ''
  const facts = await browser.call('exports.review', { transcriptId, speakerId: null })
  // A text without a recording has no sound.
  expect(facts).toMatchObject({ lost: 'none', words: 3, fileName: 'talk.html' })
  const speakers = (await service.studio.library.transcript(transcriptId)).speakers
  const ben = speakers.find(({ name }) => name === 'Ben')?.id ?? ''
  const one = await browser.call('exports.review', { transcriptId, speakerId: ben })
  expect(one.words).toBe(1)
  expect(one.bytes.none).toBeLessThan(facts.bytes.none)
  await expect(browser.call('exports.review', { transcriptId, speakerId: 'nobody' })).rejects.toMatchObject({
    error: { code: 'review.no-words' },
  })
  const wanted = {
    transcriptId,
    reviewSound: 'all',
    speakerId: ben,
    reviewer: 'Ben',
    language: 'fr',
  } as const
  const { jobId } = await browser.call('exports.film', { ...wanted, fileName: 'Talk é.html' })
  await vi.waitFor(async () => {
    const [kept] = await browser.call('exports.films', { recordingId })
    expect(kept).toMatchObject({ jobId, fileName: 'Talk é.html' })
  }, 20_000)
  expect(await service.filmFile(jobId)).toMatchObject({ mediaType: 'text/html', fileName: 'Talk é.html' })
  expect(troubles).toEqual([])
})

it('a page that is kept for a browser is not named after a word that is redacted since, and said to be older', async () => {
  const folder = await temporaryFolder()
  await writeFile(path.join(folder, 'talk.vtt'), 'WEBVTT\n\n00:00.200 --> 00:00.900\nWe met at Elmwood\n')
  const { page, service } = await openedService()
  const { recordingId } = await page().call('recordings.add', { path: path.join(folder, 'talk.vtt') })
  const { transcript } = await page().call('recordings.get', { recordingId })
  const transcriptId = transcript?.id ?? ''
  const wanted = { transcriptId, reviewSound: 'none', speakerId: null, reviewer: '', language: 'en' } as const
  const fileName = 'Elmwood, by night.html'
  const { jobId } = await page({ local: false }).call('exports.film', { ...wanted, fileName })
  await vi.waitFor(async () => expect(await service.filmFile(jobId)).toMatchObject({ fileName }), 20_000)
  const [before] = await page().call('exports.films', { recordingId })
  expect(before).not.toHaveProperty('isRedactedSince')
  await redactLastWord(service.studio.library, transcriptId)
  const kept = { fileName: expect.stringMatching(/^(?!.*Elmwood).*, by night\.html$/u) }
  expect(await service.filmFile(jobId)).toMatchObject(kept)
  expect(await page().call('exports.films', { recordingId })).toMatchObject([
    { ...kept, isRedactedSince: true },
  ])
})
