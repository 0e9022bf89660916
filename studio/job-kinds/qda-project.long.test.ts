import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it, vi } from 'vitest'
import { usualSound } from '#core/formats/sounds/sound-files'
import { ffmpeg, lavfi } from '../sound/captioned/testing/films.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

it('a project with sound is kept for a browser until it is downloaded', async () => {
  const folder = await temporaryFolder()
  await ffmpeg(lavfi('sine=duration=1'), path.join(folder, 'talk.wav'))
  await writeFile(path.join(folder, 'talk.srt'), '1\n00:00:00,200 --> 00:00:00,900\nHello there.\n')
  const { page, service, troubles } = await openedService()
  const { recordingId } = await page().call('recordings.add', { path: path.join(folder, 'talk.srt') })
  const { transcript } = await page().call('recordings.get', { recordingId })
  const browser = page({ local: false })
  const { jobId } = await browser.call('exports.film', {
    transcriptId: transcript?.id ?? '',
    sound: 'mp3',
    fileName: 'Talk.qdpx',
    choices: { ...usualSound, isMono: true },
    inProject: true,
  })
  await vi.waitFor(async () => {
    const [film] = await browser.call('exports.films', { recordingId })
    expect(film).toMatchObject({ jobId, fileName: 'Talk.qdpx' })
  }, 20_000)
  const kept = await service.filmFile(jobId)
  expect(kept).toMatchObject({ mediaType: 'application/octet-stream' })
  const names = Object.keys(unzipSync(await readFile(kept?.path ?? '')))
  expect(names.map((name) => path.extname(name))).toEqual(['.qde', '.txt', '.txt', '.mp3'])
  expect(troubles).toEqual([])
})
