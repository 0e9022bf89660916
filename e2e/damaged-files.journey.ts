import { open, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ffmpeg } from '../cli/testing/ffmpeg.ts'
import { filesBelow } from '../cli/testing/test-home.ts'
import { dropFiles, pickFiles } from './support/give-files.ts'
import { fixturePath, samplePath } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { noise } from './support/noise.ts'
import { expect, test } from './support/test.ts'

const twoVoices = fixturePath('two-voices-8s-en.opus')

/** Noise, half a video, an empty file, video without sound, and sound with corrupted content. */
async function makeDamaged(
  folder: string,
): Promise<Record<'noisy' | 'half' | 'empty' | 'mute' | 'torn', string>> {
  const files = {
    noisy: path.join(folder, 'noise.mp3'),
    half: path.join(folder, 'half a film.mp4'),
    empty: path.join(folder, 'empty.wav'),
    mute: path.join(folder, 'mute.mp4'),
    torn: path.join(folder, 'torn.flac'),
  }
  await writeFile(files.noisy, noise(50_000))
  await writeFile(files.empty, '')
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=10:duration=3']
  await ffmpeg(picture, ['-i', twoVoices], ['-shortest', '-c:v', 'mpeg4', '-c:a', 'aac', files.half])
  await ffmpeg(picture, ['-c:v', 'mpeg4', files.mute])
  await ffmpeg(['-i', twoVoices], ['-c:a', 'flac', files.torn])
  await change(files.half, async (file, bytes) => file.truncate(Math.floor(bytes / 2)))
  await change(files.torn, async (file, bytes) => {
    await file.write(noise(bytes - 9_000), 0, bytes - 9_000, 9_000)
  })
  return files
}

async function change(
  name: string,
  how: (file: Awaited<ReturnType<typeof open>>, bytes: number) => Promise<void>,
): Promise<void> {
  const file = await open(name, 'r+')
  try {
    await how(file, (await file.stat()).size)
  } finally {
    await file.close()
  }
}

test('files that are no recordings say what is wrong and what to do; the good one beside them comes in', async ({
  visit,
  folder,
  dataFolder,
}) => {
  const { noisy, half, empty, mute, torn } = await makeDamaged(folder)
  const page = await visit()
  await dropFiles(page, [noisy, half, empty, mute, torn, twoVoices])
  const dialog = page.getByRole('dialog', { name: 'Transcribe these recordings' })
  await expect(dialog).toContainText('torn, two-voices-8s-en')
  await dialog.getByRole('button', { name: 'Not now' }).click()

  const reported = (title: string) => rowOf(page, title).getByRole('alert')
  await expect(reported('noise.mp3')).toHaveText(
    /^This file cannot be read as audio or video\. *It may be damaged or in an unsupported format\. Try playing it in another program\. If it plays, export it from there as WAV or MP3\. *Choose another file…$/u,
  )
  await expect(reported('half a film.mp4')).toContainText('This file cannot be read as audio or video.')
  await expect(reported('empty.wav')).toHaveText(
    /^This file is empty \(0 bytes\)\. *The copy or download may have failed. Get the file again\. *Choose another file…$/u,
  )
  await expect(reported('mute.mp4')).toHaveText(
    /^This file has no audio track\. *Choose a file that has sound\. *Choose another file…$/u,
  )

  // The remedy is another file; the uploaded part of a bad one is not kept.
  await pickFiles(page, rowOf(page, 'empty.wav'), 'Choose another file…', [samplePath])
  await expect(page.getByRole('dialog', { name: 'Transcribe this recording' })).toContainText(
    'conversation-en',
  )
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'empty.wav')).toBeHidden()
  await rowOf(page, 'noise.mp3').getByRole('button', { name: 'Dismiss' }).click()
  await expect(rowOf(page, 'noise.mp3')).toBeHidden()
  expect(
    (await filesBelow(path.join(dataFolder, 'media'))).map((file) => path.basename(file)).sort(),
  ).toEqual(['conversation-en.opus', 'torn.flac', 'two-voices-8s-en.opus'])

  // Problems that only appear when it is decoded.
  await rowOf(page, 'torn').getByRole('button', { name: 'Transcribe…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Transcribe' }).click()
  await expect(rowOf(page, 'torn')).toContainText(
    /This file contains no audio that can be decoded\. *It may be incomplete or damaged\. Try playing it in another program, or export it as WAV\./u,
    { timeout: 150_000 },
  )
  await expect(rowOf(page, 'torn').getByRole('button', { name: 'Choose another file…' })).toBeVisible()
})

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' })
  test('a damaged file says so in French', async ({ visit, folder }) => {
    const file = path.join(folder, 'bruit.mp3')
    await writeFile(file, noise(50_000))
    const page = await visit()
    await dropFiles(page, [file])
    const row = rowOf(page, 'bruit.mp3')
    await expect(row.getByRole('alert')).toBeVisible()
    expect((await row.getByRole('alert').innerText()).split('\n').filter((line) => line !== '')).toEqual([
      'Ce fichier ne peut pas être lu comme fichier audio ou vidéo.',
      'Il est peut-être endommagé ou dans un format non pris en charge. Essayez de le lire avec un autre logiciel. S’il se lit, exportez-le en WAV ou en MP3.',
      'Choisir un autre fichier…',
    ])
    await expect(row.getByRole('button', { name: 'Choisir un autre fichier…' })).toBeVisible()
  })
})
