import { startHost } from './support/host.ts'
import { parolo } from './support/libraries.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

test('the program goes away: the page says so, typing goes on, all of it arrives once the program is back', async ({
  visit,
  host,
  dataFolder,
}) => {
  const page = await visit()
  const studio = studioPage(page)
  await page.getByRole('main').getByRole('link').first().click()
  await studio.toLine(studio.lines.first())
  await host.kill()
  const banner = page.getByRole('alert').filter({ hasText: 'Parolo is not responding.' })
  await expect(banner).toContainText('your changes are kept here and will be saved then')

  await page.keyboard.type('Kessler says: ')
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Not saved yet, retrying')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A paragraph of its own.')
  await expect(studio.lines.last()).toHaveText('A paragraph of its own.')
  const typed = await studio.texts()
  expect(typed[0]).toMatch(/^Kessler says: /u)
  // Functions that need the studio report why they are unavailable.
  await studio.undo.click()
  await expect(page.getByText('The connection to Parolo was lost.')).toBeVisible()

  const again = await startHost({ dataFolder, port: host.port })
  try {
    await expect(page.getByText('Parolo is responding again.')).toBeVisible()
    await expect(banner).toBeHidden()
    await studio.saved()
    await expect.poll(() => studio.texts()).toEqual(typed)
    const kept = await parolo(dataFolder, ['show', 'conversation-en'])
    for (const text of typed) expect(kept).toContain(text)
    await page.reload()
    await expect.poll(() => studio.texts()).toEqual(typed)
  } finally {
    await again.stop()
  }
})
