import { expect } from '@playwright/test'
import { dialog, rowMenu, type Screen } from '../reach-screen.ts'

/** Settings, keys, connections, and how this works. */
export const settingsScreens: readonly Screen[] = [
  { name: 's-network', library: 'empty', address: '/network' },
  { name: 'r-help', library: 'empty', address: '/help/captions' },
  {
    name: 'r-help-found',
    library: 'empty',
    address: '/help/start',
    reach: async (page) => {
      await page.getByRole('searchbox').fill('podcast')
      await expect(page.getByRole('article').getByRole('status')).toContainText(/\d/u)
    },
  },
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
  { name: 'h-settings-models', library: 'sample', address: '/settings/models' },
  { name: 'h-settings-glossary', library: 'sample', address: '/settings/glossary' },
  { name: 'b-glossary', library: 'sample', address: '/', reach: rowMenu(-1, 0) },
  {
    name: 'b-glossary-document',
    library: 'sample',
    address: '/',
    reach: async (page) => {
      await rowMenu(-1, 0)(page)
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
]
