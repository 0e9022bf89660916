import { expect, type Page } from '@playwright/test'
import { details, dialog, fromText, rowMenu, type Screen, text } from '../reach-screen.ts'
import { eitherLanguage } from '../either-language.ts'

const episodes = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 2 }).getByRole('link').last().click()
  await expect(page.getByRole('listitem').first()).toBeVisible()
}

/** Notes with a chapter of the conversation, added by the first look. */
const chapters = async (page: Page): Promise<void> => {
  await fromText('Control+6')(page)
  const panel = page.getByRole('tabpanel')
  if (!(await panel.isVisible()))
    await page.getByRole('button', { name: eitherLanguage('editor.panel') }).click()
  const first = panel.getByRole('heading', { name: /^1\. /u })
  await expect(panel).toBeVisible()
  await page.waitForTimeout(200)
  if ((await first.count()) === 0) {
    await panel.getByRole('button', { name: eitherLanguage('chapters.title') }).click()
    await page.getByRole('menuitem').first().click()
    await page.locator('input:focus').fill('Where the bicycles stand when nobody rides them')
    await page.keyboard.press('Enter')
  }
  await expect(first).toBeVisible()
}

/** With a podcast, an episode in the library, chapters and redacted words. */
export const podcastScreens: readonly Screen[] = (
  [
    { name: 't-podcasts', address: '/podcasts' },
    { name: 't-podcast', address: '/podcasts', reach: episodes },
    {
      name: 't-podcast-menu',
      address: '/podcasts',
      reach: async (page) => {
        await episodes(page)
        await page.getByRole('listitem').first().getByRole('button').last().click()
        await expect(page.getByRole('menuitem').last()).toBeVisible()
      },
    },
    {
      name: 't-podcast-remove',
      address: '/podcasts',
      reach: async (page) => {
        await episodes(page)
        await page.getByRole('main').getByRole('button').nth(1).click()
        await page.getByRole('menuitem').last().click()
        await dialog(page)
      },
    },
    {
      name: 't-publish',
      address: '/podcasts',
      reach: async (page) => {
        await episodes(page)
        await page.getByRole('listitem').first().getByRole('button').last().click()
        await page.getByRole('menuitem').last().click()
        await expect(page.getByRole('dialog').getByRole('list')).toBeVisible()
      },
    },
    {
      name: 't-publish-recording',
      address: '/recording/RECORDING',
      reach: async (page) => {
        await fromText('Control+e')(page)
        await page.getByRole('dialog').getByRole('button', { name: /^Publ/u }).click()
        await page
          .getByRole('dialog')
          .getByRole('textbox')
          .last()
          .fill('https://example.org/podcast/14-the-repair-cafe')
      },
    },
    { name: 't-chapters', address: '/recording/RECORDING', reach: chapters },
    {
      name: 't-chapters-text',
      address: '/recording/RECORDING',
      reach: async (page) => {
        await chapters(page)
        await page.keyboard.press('Escape')
        await text(page)
      },
    },
    {
      name: 't-redaction-bar',
      address: '/recording/RECORDING',
      reach: async (page) => {
        await fromText('Shift+End')(page)
        const redacted = page.locator('.parolo-redacted')
        if ((await redacted.count()) === 0) await page.keyboard.press('Alt+x')
        await expect(redacted.first()).toBeVisible()
      },
    },
    {
      name: 't-redacted-captions',
      address: '/recording/RECORDING',
      reach: fromText('Control+2'),
    },
    { name: 't-redact-voice', address: '/recording/RECORDING', reach: fromText('Control+i') },
    {
      name: 't-episode-details',
      address: '/recording/EPISODE',
      reach: async (page) => {
        await expect(page.locator('.cm-line').first()).toBeVisible()
        await details(page)
      },
    },
    {
      name: 'b-delete-on-date',
      address: '/',
      reach: async (page) => {
        await rowMenu(-2)(page)
        await page.getByRole('alertdialog').getByRole('radio').last().check({ force: true })
      },
    },
    { name: 's-network-list', address: '/network' },
  ] satisfies readonly Omit<Screen, 'library' | 'takesLong'>[]
).map((screen) => ({ ...screen, library: 'podcast', takesLong: true }))
