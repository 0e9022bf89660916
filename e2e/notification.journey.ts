import { countedSound } from './support/counted-sound.ts'
import { fakeNotifications } from './support/fake-notifications.ts'
import { parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { expect, test } from './support/test.ts'
import { letJobsHaveWorkedFor } from './support/worked-for.ts'

const title = 'A talk'

test.use({ engine: 'counting' })

test('a long task that ends unwatched sends a notification, once it is switched on; a click opens the text', async ({
  visit,
  folder,
  dataFolder,
}) => {
  await parolo(dataFolder, ['add', await countedSound(folder, title, 100)])
  const page = await visit()
  const notifications = await fakeNotifications(page)
  await page.reload()
  await page.getByRole('link', { name: 'Settings' }).click()
  const notify = page.getByRole('switch', { name: 'Notify me when a task ends' })
  await expect(notify).not.toBeChecked()
  await page.locator('label', { has: notify }).click()
  await expect(notify).toBeChecked()

  await page.getByRole('link', { name: 'Recordings', exact: true }).click()
  await rowOf(page, title).getByRole('button', { name: 'Transcribe…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Transcribe this recording' })
  await dialog.getByText('Faster, slightly less accurate').click()
  await dialog.getByRole('button', { name: 'Transcribe' }).click()
  await expect(dialog).toBeHidden()
  await notifications.look(false)
  await expect.poll(() => letJobsHaveWorkedFor(dataFolder, 60_000)).toBe(1)
  await expect
    .poll(() => notifications.sent(), { timeout: 150_000 })
    .toEqual([{ title, body: 'The transcript is ready.' }])
  await notifications.click()
  await expect(page).toHaveURL(/#\/recording\//u)
})
