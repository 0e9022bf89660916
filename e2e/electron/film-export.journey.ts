import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import { codecsOf, probed } from '../../studio/sound/captioned/testing/films.ts'
import { fixturePath } from '../support/libraries.ts'
import { NEEDS_ELECTRON } from './program.ts'
import { expect, test } from './test.ts'
import { showFormat } from '../support/exported-files.ts'

const srt = "1\n00:00:03,000 --> 00:00:04,000\nYes, it's on the shelf.\n"

test(`in the window a film with captions goes where the person chooses ${NEEDS_ELECTRON}`, async ({
  home,
  start,
}) => {
  const folder = path.join(home.folder, 'Mes films')
  await mkdir(folder, { recursive: true })
  const picture = ['-f', 'lavfi', '-i', 'color=gray:size=320x180:rate=10:duration=8']
  const sound = ['-i', fixturePath('two-voices-8s-en.opus')]
  await ffmpeg(picture, sound, ['-c:v', 'libx264', '-c:a', 'aac', '-shortest', path.join(folder, 'film.mp4')])
  await writeFile(path.join(folder, 'film.srt'), srt)
  const { page, dialogs, pageErrors } = await start({ files: [path.join(folder, 'film.srt')] })
  await expect(page.getByText("Yes, it's on the shelf.").first()).toBeVisible()
  // The screen is rendered again once the sound is ready.
  await expect(page.getByRole('region', { name: 'Player' })).not.toContainText('sound has been prepared')

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  await showFormat(dialog, /^MP4 with captions/u)
  const target = path.join(folder, 'where I want it.mp4')
  await dialogs.saveAs(target)
  await dialog.getByRole('button', { name: 'Save as…' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('“where I want it.mp4” saved.')).toBeVisible()
  expect(codecsOf(await probed(target))).toEqual(['h264', 'aac', 'mov_text'])
  expect((await readdir(folder)).toSorted()).toEqual(['film.mp4', 'film.srt', 'where I want it.mp4'])

  // A failed write is reported with its reason.
  await dialogs.saveAs(path.join(folder, 'film.mp4'))
  await page.keyboard.press('Control+e')
  await showFormat(dialog, /^MP4 with captions/u)
  await dialog.getByRole('button', { name: 'Save as…' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'was not written' })).toContainText(
    /film\.mp4 is (?:one of the files to read|the recording)/u,
  )
  expect(pageErrors).toEqual([])
})
