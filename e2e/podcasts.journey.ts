import { expectAccessible } from './support/accessible.ts'
import { picture } from './support/picture.ts'
import { type PodcastServer, startPodcastServer } from './support/podcast-server.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

let server: PodcastServer
test.beforeEach(async () => {
  server = await startPodcastServer(10_000)
})
test.afterEach(() => server.close())

test('a feed of 10,000 episodes is added, one is found, downloaded and opened with its transcript', async ({
  visit,
}) => {
  const page = await visit()
  await page.getByRole('link', { name: 'Podcasts' }).click()
  await expect(page.getByText('Add a podcast by the address of its feed.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add a podcast…' }).click()
  await expect(page.getByRole('textbox')).toBeFocused()

  // What is wrong is said, and what was typed stays.
  await page.keyboard.type('http://a.example/feed')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('This address is not allowed')
  await picture(page, 't-podcast-add')
  await page.getByRole('textbox').fill(server.feed)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mending things' })).toBeVisible()
  await expect(page.getByText('10,000 episodes')).toBeVisible()

  // Only those in view are in the page; the last one is there when one goes to it.
  const rows = page.getByRole('list', { name: 'Episodes' }).getByRole('listitem')
  await expect(rows.first()).toContainText('10000: zippers')
  expect(await rows.count()).toBeLessThan(60)
  await page.getByRole('main').press('End')
  await expect(page.getByRole('heading', { name: '1: zippers', exact: true })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find an episode' }).fill('10000')
  await expect(rows).toHaveCount(1)

  await page.getByRole('button', { name: 'Download 10000: zippers' }).click()
  await expect(page.getByRole('link', { name: '10000: zippers' })).toBeVisible()
  // The size is now the server's, and no longer what the feed claims.
  await expect(rows.first()).not.toContainText('39 MB')
  await expect(rows.first()).toContainText('in your library')
  await expectAccessible(page)
  await picture(page, 't-podcast')
  // The same narrow and dark: nothing is cut off, and axe finds nothing.
  await page.setViewportSize({ width: 800, height: 600 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('searchbox').fill('1000')
  await expectAccessible(page)
  await picture(page, 't-podcast-dark-small')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800)
  await page.getByRole('searchbox').fill('10000')
  await expect(rows).toHaveCount(1)

  await page.getByRole('button', { name: 'More about 10000: zippers' }).click()
  await page.getByRole('menuitem', { name: 'Notes…' }).click()
  await expect(page.getByRole('dialog')).toContainText('Notes of 10000')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: 'More about 10000: zippers' }).click()
  await page.getByRole('menuitem', { name: 'Open the feed’s transcript' }).click()
  await expect(page.getByText(/The feed’s transcript is now the transcript of/u)).toBeVisible()
  await page.getByRole('link', { name: '10000: zippers' }).click()
  await expect(page.getByText('What glue is for')).toBeVisible()
})

test('a feed is asked for again only when a person asks; a podcast that is removed leaves its recordings', async ({
  visit,
}) => {
  const page = await visit('/podcasts')
  await page.getByRole('button', { name: 'Add a podcast…' }).click()
  await page.keyboard.type(server.feed)
  await page.keyboard.press('Enter')
  await expect(page.getByText('10,000 episodes')).toBeVisible()
  server.episodes = 10_001
  await page.reload()
  await expect(page.getByText('10,000 episodes')).toBeVisible()
  expect(server.asked).toEqual(['/feed.xml'])
  await page.getByRole('button', { name: 'Check for new episodes' }).click()
  await expect(page.getByText('There is 1 new episode.')).toBeVisible()
  await expect(page.getByText('10,001 episodes')).toBeVisible()
  await page.getByRole('button', { name: 'Remove the podcast…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('Add a podcast by the address of its feed.')).toBeVisible()
})
