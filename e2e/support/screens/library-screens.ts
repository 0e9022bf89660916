import { expect } from '@playwright/test'
import { dialog, rowMenu, type Screen, selectLastRow } from '../reach-screen.ts'
import { tickFormat } from '../exported-files.ts'

/** The library, its dialogs, podcasts and recording. */
export const libraryScreens: readonly Screen[] = [
  { name: 'a-first-start', library: 'empty', address: '/' },
  // Without a microphone: the error is shown instead of the level.
  { name: 'n-record', library: 'empty', address: '/record' },
  { name: 'b-library', library: 'sample', address: '/' },
  { name: 'b-search', library: 'sample', address: '/search?words=%22bicycles%22' },
  { name: 'b-search-nobody', library: 'sample', address: '/search?words=%22xylophone%22' },
  { name: 'b-rename', library: 'sample', address: '/', reach: rowMenu(1) },
  { name: 'b-tags', library: 'sample', address: '/', reach: rowMenu(2) },
  { name: 'b-delete', library: 'sample', address: '/', reach: rowMenu(-2) },
  { name: 'b-delete-sound', library: 'sample', address: '/', reach: rowMenu(-1, -1) },
  { name: 'b-storage', library: 'sample', address: '/storage' },
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
      await tickFormat(page.getByRole('dialog'), 'SubRip (SRT)')
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
]
