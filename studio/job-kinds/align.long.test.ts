import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { twoVoicesEn } from '../../cli/testing/speech.ts'
import { paragraphText } from '#core/transcript/transcript'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

const LONG = 120_000
const TEXT = 'Have you seen my bike pump? I left it by the door. Yes, it’s on the shelf.'

it('aligns a text by a job that transcribes the recording first', { timeout: LONG }, async () => {
  const { page, service, troubles } = await openedService()
  const window = page()
  const { library } = service.studio
  const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
  const file = path.join(await temporaryFolder(), 'script.txt')
  await writeFile(file, TEXT)
  const { jobId } = await window.call('jobs.align', { recordingId, file: { path: file } })
  await vi.waitFor(async () => expect((await library.job(jobId))?.state).toBe('done'), LONG)
  const transcripts = await library.transcriptsOf(recordingId)
  // It does not become current until a person chooses it.
  expect(transcripts.map(({ current }) => current)).toEqual([true, false])
  const { paragraphs } = await library.transcript(transcripts[1]?.id ?? '')
  expect(paragraphs.map(paragraphText).join(' ')).toBe(TEXT)
  expect((await window.call('recordings.get', { recordingId })).job).toBeNull()

  const browser = page({ local: false })
  const base64 = Buffer.from(TEXT.replace('bike', 'bicycle')).toString('base64')
  const second = await browser.call('jobs.align', { recordingId, file: { fileName: 'b.txt', base64 } })
  await vi.waitFor(async () => expect((await library.job(second.jobId))?.state).toBe('done'), LONG)
  expect(await library.transcriptsOf(recordingId)).toHaveLength(3)
  expect(troubles).toEqual([])
})

it('refuses a path from a browser, and a text that cannot be read', async () => {
  const { page } = await openedService()
  const { recordingId } = await page().call('recordings.add', { path: twoVoicesEn })
  const local = { recordingId, file: { path: twoVoicesEn } }
  await expect(page({ local: false }).call('jobs.align', local)).rejects.toThrow(/.+/u)
  await expect(page().call('jobs.align', local)).rejects.toThrow(/.+/u)
  expect(await page().call('jobs.list', {})).toEqual([])
})
