import { expectAccessible } from './support/accessible.ts'
import { downloadedBy, zipEntries } from './support/exported-files.ts'
import { picture } from './support/picture.ts'
import { type PodcastServer, startPodcastServer } from './support/podcast-server.ts'
import { expect, test } from './support/test.ts'
import { typeInField } from './support/type-in-field.ts'

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

  // The error is shown, and the typed text stays.
  await page.keyboard.type('http://a.example/feed')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('This address is not allowed')
  await picture(page, 't-podcast-add')
  await page.getByRole('textbox').fill(server.feed)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mending things' })).toBeVisible()
  await expect(page.getByText('10,000 episodes')).toBeVisible()

  // Only visible ones are in the document; the last one is rendered when scrolled to.
  const rows = page.getByRole('list', { name: 'Episodes' }).getByRole('listitem')
  await expect(rows.first()).toContainText('10000: zippers')
  expect(await rows.count()).toBeLessThan(60)
  await page.getByRole('main').press('End')
  await expect(page.getByRole('heading', { name: '1: zippers', exact: true })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find an episode' }).fill('10000')
  await expect(rows).toHaveCount(1)

  await page.getByRole('button', { name: 'Download 10000: zippers' }).click()
  await test.step('it is offered to be transcribed, with the people that the feed names', async () => {
    const dialog = page.getByRole('dialog', { name: 'Transcribe this recording' })
    await expect(dialog.getByRole('textbox', { name: 'Number of speakers' })).toHaveValue('2')
    await expect(dialog).toContainText('From the feed: Ana Lopez and Bo.')
    await expect(dialog.getByRole('button', { name: 'Transcribe', exact: true })).toBeFocused()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Not now' }).click()
    await expect(dialog).toHaveCount(0)
  })
  await expect(page.getByRole('link', { name: '10000: zippers' })).toBeVisible()
  // The size is now the server's, no longer the feed's.
  await expect(rows.first()).not.toContainText('39 MB')
  await expect(rows.first()).toContainText('in your library')
  await expectAccessible(page)
  await picture(page, 't-podcast')
  // The same narrow and dark: nothing is truncated, and axe finds nothing.
  await page.setViewportSize({ width: 800, height: 600 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('searchbox', { name: 'Find an episode' }).fill('1000')
  await expectAccessible(page)
  await picture(page, 't-podcast-dark-small')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800)
  await page.getByRole('searchbox', { name: 'Find an episode' }).fill('10000')
  await expect(rows).toHaveCount(1)

  await page.getByRole('button', { name: 'More about 10000: zippers' }).click()
  await page.getByRole('menuitem', { name: 'Notes…' }).click()
  // By its name: the menu is a dialog too, and may still be fading out.
  const notes = page.getByRole('dialog', { name: '10000: zippers', exact: true })
  await expect(notes).toContainText('Notes of 10000')
  await notes.getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: 'More about 10000: zippers' }).click()
  await page.getByRole('menuitem', { name: 'Open the feed’s transcript' }).click()
  await expect(page.getByText(/The feed’s transcript is now the transcript of/u)).toBeVisible()

  await test.step('what belongs beside it is downloaded as it is shown', async () => {
    await page.getByRole('button', { name: 'More about 10000: zippers' }).click()
    await page.getByRole('menuitem', { name: 'Publish…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Publish “10000: zippers”' })
    await dialog.getByRole('textbox', { name: 'File names begin with' }).fill('14')
    await dialog.getByRole('textbox', { name: /^Address of this folder/u }).fill('https://a.example/14')
    await expectAccessible(page)
    await picture(page, 't-publish')
    const shown = await dialog.getByRole('list', { name: 'Files' }).getByRole('listitem').allInnerTexts()
    const lines = await dialog.getByRole('region', { name: 'Lines for your feed' }).locator('pre').innerText()
    const { name, bytes } = await downloadedBy(page, () =>
      dialog.getByRole('button', { name: 'Download 14.zip' }).click(),
    )
    expect(name).toBe('14.zip')
    const entries = zipEntries(bytes)
    expect([...entries.keys()]).toEqual([
      '14.vtt',
      '14.srt',
      '14.json',
      '14.html',
      '14.chapters.json',
      '14.txt',
    ])
    for (const [index, [file, content]] of [...entries].entries()) {
      expect(shown[index]).toContain(file)
      if (content.length < 1_000) expect(shown[index]).toContain(`${content.length}\u00A0bytes`)
      if (file !== '14.txt') expect(lines).toContain(`url="https://a.example/14/${file}"`)
    }
    expect(entries.get('14.vtt')?.toString('utf8')).toContain('What glue is for')
    await dialog.getByRole('button', { name: 'Copy lines' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(lines)
    await dialog.getByRole('button', { name: 'Close' }).click()
  })
  await page.getByRole('link', { name: '10000: zippers' }).click()
  await expect(page.getByText('What glue is for')).toBeVisible()
})

test('a feed is asked for again only when a person asks; a podcast that is removed leaves its recordings', async ({
  visit,
}) => {
  const page = await visit('/podcasts')
  await page.getByRole('button', { name: 'Add a podcast…' }).click()
  await typeInField(page, server.feed)
  await page.keyboard.press('Enter')
  await expect(page.getByText('10,000 episodes')).toBeVisible()
  server.episodes = 10_001
  await page.reload()
  await expect(page.getByText('10,000 episodes')).toBeVisible()
  expect(server.asked).toEqual(['/feed.xml'])
  await page.getByRole('button', { name: 'Check for new episodes' }).click()
  await expect(page.getByText('There is 1 new episode.')).toBeVisible()
  await expect(page.getByText('10,001 episodes')).toBeVisible()
  await page.getByRole('button', { name: 'More about Mending things' }).click()
  await page.getByRole('menuitem', { name: 'Remove the podcast…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('Add a podcast by the address of its feed.')).toBeVisible()
})
