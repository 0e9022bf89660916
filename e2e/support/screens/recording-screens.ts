import { expect, type Page } from '@playwright/test'
import { details, fromText, type Screen, text } from '../reach-screen.ts'
import { showFormat, tickFormat } from '../exported-files.ts'
import { chooseMore } from '../studio-page.ts'
import { eitherLanguage } from '../either-language.ts'

/** A recording: its text, panels and dialogs. */
export const recordingScreens: readonly Screen[] = [
  {
    name: 's-sheet',
    library: 'sample',
    address: '/recording/RECORDING/sheet',
    reach: (page) => expect(page.getByRole('table')).toBeVisible(),
  },
  { name: 'c-studio', library: 'sample', address: '/recording/RECORDING', reach: text },
  {
    name: 'v-cut-pauses',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Alt+k')(page)
      await page.getByRole('button', { name: eitherLanguage('cut-view.found') }).click()
      await page.getByRole('menuitem', { name: eitherLanguage('cut-view.found.pause') }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'c-studio-check',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: toCheck,
  },
  {
    name: 'c-studio-check-filter',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await toCheck(page)
      await page.getByRole('button', { name: eitherLanguage('check.filter') }).click()
      await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible()
    },
  },
  {
    name: 'c-studio-details',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await text(page)
      await details(page)
    },
  },
  {
    // Nothing is saved, so that other looks find none.
    name: 'u-notes-comment',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: fromText('Alt+m'),
  },
  {
    name: 'u-notes',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: fromText('Control+6'),
  },
  {
    name: 'c-reading',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await text(page)
      await chooseMore(page, /reading view|lecture/iu)
    },
  },
  {
    name: 'e-speaker-choice',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: fromText('Control+i'),
  },
  {
    name: 'e-merge',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+i')(page)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: eitherLanguage('editor.merge') })
        .click()
    },
  },
  {
    name: 'e-split-off',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+i')(page)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: eitherLanguage('editor.split-off') })
        .click()
    },
  },
  {
    name: 'f-find-replace',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+h')(page)
      await page.keyboard.type('the')
      await page.keyboard.press('Tab')
      await page.getByRole('search').getByRole('textbox').last().fill('a')
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'q-minutes',
    library: 'sample',
    address: '/recording/RECORDING/minutes',
    reach: async (page) => {
      await expect(page.getByRole('article').getByRole('heading').first()).toBeVisible()
    },
  },
  {
    name: 'q-second-opinion-ask',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: fromText('Alt+s'),
  },
  {
    name: 'q-second-opinion',
    library: 'sample',
    address: '/recording/RECORDING',
    takesLong: true,
    reach: async (page) => {
      await fromText('Alt+s')(page)
      const form = page.getByRole('dialog')
      // English speech recognized as French differs everywhere.
      await form.getByRole('button', { name: /^(?:English|Anglais)/u }).click()
      await page.getByRole('option', { name: /^(?:French|Français)$/u }).click()
      await form.getByRole('button').last().click()
      await expect(page.locator('li[aria-current="true"]')).toBeVisible({ timeout: 150_000 })
    },
  },
  {
    name: 'l-speaker-review',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Alt+w')(page)
      await expect(page.getByRole('region', { name: eitherLanguage('check.title') })).toBeVisible()
    },
  },
  { name: 'g-export', library: 'sample', address: '/recording/RECORDING', reach: fromText('Control+e') },
  {
    name: 'g-export-several',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+e')(page)
      for (const format of ['Markdown', 'SubRip (SRT)']) await tickFormat(page.getByRole('dialog'), format)
      await showFormat(page.getByRole('dialog'), /^(?:Web page|Page web)/u)
    },
  },
  {
    name: 'l-speaking-time',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: fromText('Control+3'),
  },
]

/** The list to check with an open item. */
async function toCheck(page: Page): Promise<void> {
  await fromText('F8')(page)
  const less = page.getByRole('button', { name: eitherLanguage('check.end.less') })
  const open = page.locator('li[aria-current="true"]')
  await expect(less.or(open)).toBeVisible()
  // The previous look left them listed.
  if (await less.isVisible()) await less.dispatchEvent('click')
  await expect(open).toBeVisible()
}
