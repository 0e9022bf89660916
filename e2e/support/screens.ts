import { expect } from '@playwright/test'
import {
  addLanguage,
  details,
  dialog,
  fromText,
  rowMenu,
  rulesButton,
  type Screen,
  selectLastRow,
  text,
} from './reach-screen.ts'

/** Every screen and dialog that needs no special state of the machine. */
export const screens: readonly Screen[] = [
  { name: 'a-first-start', library: 'empty', address: '/' },
  // Without a microphone: what is wrong is said where the level would be.
  { name: 'n-record', library: 'empty', address: '/record' },
  { name: 'b-library', library: 'sample', address: '/' },
  { name: 'b-search', library: 'sample', address: '/search?words=%22bicycles%22' },
  { name: 'b-search-nobody', library: 'sample', address: '/search?words=%22xylophone%22' },
  { name: 'b-rename', library: 'sample', address: '/', reach: rowMenu(1) },
  { name: 'b-tags', library: 'sample', address: '/', reach: rowMenu(2) },
  { name: 'b-delete', library: 'sample', address: '/', reach: rowMenu(-1) },
  { name: 'b-delete-sound', library: 'sample', address: '/', reach: rowMenu(-2) },
  { name: 'b-room', library: 'sample', address: '/room' },
  {
    name: 'b-selected',
    library: 'sample',
    address: '/',
    reach: async (page) => {
      await selectLastRow(page)
      await expect(page.getByRole('toolbar')).toBeVisible()
    },
  },
  {
    name: 'b-export-recordings',
    library: 'sample',
    address: '/',
    reach: async (page) => {
      await selectLastRow(page)
      await page.getByRole('toolbar').getByRole('button').first().click()
      await page.getByRole('dialog').getByRole('checkbox', { name: 'Word (DOCX)' }).focus()
      await page.keyboard.press('Space')
      await page.getByRole('dialog').getByRole('checkbox', { name: 'SubRip' }).focus()
      await page.keyboard.press('Space')
    },
  },
  { name: 't-podcasts-none', library: 'sample', address: '/podcasts' },
  {
    name: 't-podcast-add',
    library: 'sample',
    address: '/podcasts',
    reach: async (page) => {
      await page.getByRole('main').getByRole('button').first().click()
      await dialog(page)
    },
  },
  {
    name: 's-sheet',
    library: 'sample',
    address: '/recording/RECORDING/sheet',
    reach: (page) => expect(page.getByRole('table')).toBeVisible(),
  },
  { name: 's-network', library: 'empty', address: '/network' },
  {
    name: 'r-how-it-works-sample',
    library: 'empty',
    address: '/how-it-works/steps',
    reach: async (page) => expect(page.getByRole('img').last()).toBeVisible(),
  },
  {
    name: 'r-how-it-works',
    library: 'sample',
    address: '/how-it-works/errs',
    reach: async (page) => expect(page.getByRole('img').last()).toBeAttached(),
  },
  { name: 'c-studio', library: 'sample', address: '/recording/RECORDING', reach: text },
  {
    name: 'c-studio-check',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('F8')(page)
      const allDoubts = page.getByRole('switch').first()
      // The last look left it on.
      if (!(await allDoubts.isChecked())) await allDoubts.dispatchEvent('click')
      await expect(page.locator('[aria-current="true"]')).toBeVisible()
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
    // Nothing is written, so that other looks find none.
    name: 'c-studio-comments',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: fromText('Alt+m'),
  },
  {
    name: 'c-studio-moments',
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
      await details(page)
      await page.getByRole('button', { name: /reading view|lecture/iu }).click()
    },
  },
  {
    name: 'd-captions',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: fromText('Control+2'),
  },
  {
    name: 'o-captions-rules',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+2')(page)
      await rulesButton(page).click()
      await dialog(page)
    },
  },
  {
    name: 'o-captions-fix',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+2')(page)
      const next = page.getByRole('button').filter({ hasText: /^(?:Next|Suivant) ?F8$/u })
      // Some captions are too fast for slower readers; the last look may have left it so.
      if (!(await next.isVisible())) {
        await rulesButton(page).click()
        await page.getByRole('dialog').getByRole('textbox').nth(2).fill('17')
        await page.keyboard.press('Escape')
      }
      await expect(next).toBeVisible()
      await page.getByRole('button', { name: /^(?:Fix all|Corriger tout|Tout corriger)/u }).click()
      await dialog(page)
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'o-second-language-add',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+2')(page)
      await addLanguage(page)
      await dialog(page)
    },
  },
  {
    name: 'o-second-language',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+2')(page)
      await addLanguage(page)
      await page.getByRole('dialog').getByRole('button').last().click()
      // By the times of the first two captions: one that is too long for them, and one being typed.
      await page.locator('[data-translation]').first().click()
      await page.keyboard.type(
        'Un texte beaucoup trop long pour le temps de ce sous-titre, comme on en écrit vite.',
      )
      await page.keyboard.press('Enter')
      await page.keyboard.type('Alors, Sam')
      await expect(page.locator('[data-translation] [lang]').first()).toBeVisible()
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
        .getByRole('button', { name: /^(?:Merge|Fusionner)/u })
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
        .getByRole('button', { name: /^(?:Split off|Séparer)/u })
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
  { name: 'q-run-again', library: 'sample', address: '/recording/RECORDING', reach: fromText('Alt+s') },
  {
    name: 'q-second-opinion',
    library: 'sample',
    address: '/recording/RECORDING',
    takesLong: true,
    reach: async (page) => {
      await fromText('Alt+s')(page)
      const form = page.getByRole('dialog')
      // English speech read as French differs everywhere.
      await form.getByRole('button', { name: /^(?:English|Anglais)/u }).click()
      await page.getByRole('option', { name: /^(?:French|Français)$/u }).click()
      await form.getByRole('button').last().click()
      await expect(page.locator('li[aria-current="true"]')).toBeVisible({ timeout: 60_000 })
    },
  },
  {
    name: 'l-speaker-review',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Alt+w')(page)
      await expect(page.getByRole('region', { name: /^(?:Who speaks|Qui parle)$/u })).toBeVisible()
      await expect(page.getByRole('region', { name: /^(?:Voices|Voix)$/u })).toBeVisible()
    },
  },
  { name: 'g-export', library: 'sample', address: '/recording/RECORDING', reach: fromText('Control+e') },
  {
    name: 'g-export-several',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+e')(page)
      for (const format of ['Word (DOCX)', 'SubRip']) {
        await page.getByRole('dialog').getByRole('checkbox', { name: format }).focus()
        await page.keyboard.press('Space')
      }
    },
  },
  { name: 'h-settings-models', library: 'sample', address: '/settings/models' },
  { name: 'h-settings-glossary', library: 'sample', address: '/settings/glossary' },
  { name: 'b-glossary', library: 'sample', address: '/', reach: rowMenu(3) },
  {
    name: 'b-glossary-document',
    library: 'sample',
    address: '/',
    reach: async (page) => {
      await rowMenu(3)(page)
      const form = page.getByRole('dialog')
      await form.getByRole('textbox').fill('Okonjo = kondo\n= nothing')
      const minutes = 'We met Ada Okonjo and Priya Raghunathan (RHS) of UNESCO at the allotment.'
      const document = { name: 'Minutes.txt', mimeType: 'text/plain', buffer: Buffer.from(minutes) }
      await form.locator('input[type=file]').setInputFiles(document)
      await expect(form.getByRole('checkbox').first()).toBeVisible()
    },
  },
  { name: 'h-settings-look', library: 'sample', address: '/settings/look' },
  { name: 'h-settings-playback', library: 'sample', address: '/settings/playback' },
  { name: 'h-settings-tasks', library: 'sample', address: '/settings/tasks' },
  { name: 'h-settings-keys', library: 'sample', address: '/settings/keys' },
  { name: 'h-settings-watch', library: 'sample', address: '/settings/watch' },
  { name: 'h-settings-folders', library: 'sample', address: '/settings/folders' },
  { name: 'h-settings-about', library: 'sample', address: '/settings/about' },
  {
    name: 'i-keys',
    library: 'sample',
    address: '/',
    reach: async (page) => {
      await page.locator('#content').first().focus()
      await page.keyboard.press('Shift+?')
      await dialog(page)
    },
  },
  {
    name: 'l-speaking-time',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: fromText('Control+3'),
  },
]
