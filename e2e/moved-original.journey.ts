import { cp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pickFiles } from './support/give-files.ts'
import { fixturePath, parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { picture } from './support/picture.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test('an original that was moved is missed, another file refused, the right one brings the sound back', async ({
  visit,
  folder,
  dataFolder,
}) => {
  const original = path.join(folder, 'talk.opus')
  const moved = path.join(folder, 'talk, the final version.opus')
  await cp(fixturePath('two-voices-8s-en.opus'), original)
  await parolo(
    dataFolder,
    ['transcribe', original, '--quick', '--language', 'en', '--out', folder],
    'counting',
  )
  const page = await visit()
  const studio = studioPage(page)
  const row = rowOf(page, 'talk')
  await expect(row).toContainText(/to check|no likely errors/iu)
  await rename(original, moved)
  await rm(path.join(dataFolder, 'cache'), { recursive: true })

  await page.reload()
  await expect(row).toContainText('The original file was not found.')
  await expect(row).toContainText('It may have been moved or renamed. The transcript is kept.')
  await row.getByRole('link').click()
  await expect(studio.lines.first()).toContainText(/\w+ \w+/u)
  const dock = page.getByRole('region', { name: 'Player' })
  await expect(dock.getByRole('alert')).toContainText('The original file was not found.')
  await picture(page, 'k-file-moved')

  await pickFiles(page, dock, 'Locate…', [fixturePath('one-voice-20s-en.opus')])
  const refused = page.getByText('one-voice-20s-en.opus is not the missing recording.')
  await expect(refused).toBeVisible()
  await expect(page.getByText('the contents are compared')).toBeVisible()
  await expect(dock.getByRole('alert')).toBeVisible()

  await pickFiles(page, dock, 'Locate…', [moved])
  await expect(page.getByText('File located.')).toBeVisible()
  await expect(dock.getByRole('alert')).toBeHidden()
  await dock.getByRole('button', { name: 'Play' }).click()
  await expect(dock.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.getByRole('link', { name: 'Recordings' }).click()
  await expect(row).toContainText(/to check|no likely errors/iu)
  await expect(row).not.toContainText('was not found')
  // The person's own file is theirs: the library has a copy.
  await rename(moved, original)
})
