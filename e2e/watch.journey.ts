import { mkdir, realpath, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectAccessible } from './support/accessible.ts'
import { parolo } from './support/libraries.ts'
import { picture } from './support/picture.ts'
import { expect, test } from './support/test.ts'
import { formatRow } from './support/exported-files.ts'

test('in a browser the watched folders are shown, their options changed by keys, and one is let go', async ({
  visit,
  dataFolder,
  folder,
}) => {
  await mkdir(path.join(folder, 'Recordings'))
  const watched = await realpath(path.join(folder, 'Recordings'))
  const page = await visit('/settings/watch')
  await expect(page.getByText('No folder is watched.')).toBeVisible()
  await expect(
    page.getByText('A browser cannot choose a folder of this computer. Add one in the Parolo window.'),
  ).toBeVisible()
  // A command is only shown to who asks for it.
  await expect(page.getByText('parolo watch --add FOLDER')).toBeHidden()
  await page.getByText('In a terminal').and(page.locator('#watch summary')).click()
  await expect(page.getByText('parolo watch --add FOLDER')).toBeVisible()

  // Folders added in a terminal appear on the open page.
  await parolo(dataFolder, ['watch', '--add', watched, '--speakers', '2'])
  await expect(page.getByText('SubRip (SRT), language detected, 2 speakers')).toBeVisible()
  await expect(page.getByText('Nothing has appeared yet.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `More about ${watched}` }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Options of the folder' })
  await (await formatRow(dialog, 'WebVTT')).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('checkbox', { name: 'Include the folders in it' }).focus()
  await page.keyboard.press('Space')
  await expectAccessible(page)
  await picture(page, 'h-settings-watch-options')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByText('WebVTT, SubRip (SRT), language detected, 2 speakers, with the folders in it'),
  ).toBeVisible()

  // Where the dialog was opened from has the focus again.
  await expect(page.getByRole('button', { name: `More about ${watched}` })).toBeFocused()
  await page.getByRole('switch', { name: `Watch ${watched}` }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(/^Off\. Recordings that appear meanwhile/u)).toBeVisible()
  const listed: unknown = JSON.parse(await parolo(dataFolder, ['watch', '--list', '--format', 'json']))
  expect(listed).toMatchObject([
    { path: watched, isOn: false, formats: ['vtt', 'srt'], withSubfolders: true },
  ])
  await page.getByRole('button', { name: `More about ${watched}` }).click()
  await page.getByRole('menuitem', { name: 'Stop watching' }).click()
  await expect(page.getByText('No folder is watched.')).toBeVisible()
})

test.describe('with files', () => {
  test.use({ engine: 'counting', library: 'sample' })

  test('what cannot be read or written is reported wherever one is, and listed in the settings', async ({
    visit,
    dataFolder,
    folder,
  }) => {
    const watched = path.join(folder, 'Enregistrements de la salle du conseil')
    await mkdir(watched)
    const page = await visit()
    await parolo(dataFolder, ['watch', '--add', watched])
    await writeFile(path.join(watched, 'empty.mp3'), 'no sound')
    // One minute, during which it could still become complete.
    const reported = page.getByText('A file in a watched folder has no sound that can be read.')
    await expect(reported).toBeVisible({ timeout: 110_000 })
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByText('1 file could not be transcribed or written:')).toBeVisible()
    await expectAccessible(page)
    for (const [name, width, scheme] of [
      ['light', 1440, 'light'],
      ['dark-small', 800, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 700 })
      await page.emulateMedia({ colorScheme: scheme })
      await picture(page, `h-settings-watch-${name}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })
})
