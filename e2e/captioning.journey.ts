import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { makeFilms } from './support/films.ts'
import { downloadedBy } from './support/exported-files.ts'
import { parolo } from './support/libraries.ts'
import { picture } from './support/picture.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test(
  'a film is captioned by keys alone: added, transcribed, corrected, fixed, exported, checked',
  { tag: '@main' },
  async ({ visit, folder }) => {
    const films = await makeFilms(folder, ['film'], 16)
    const page = await visit()
    const chooser = page.waitForEvent('filechooser')
    await pressOn(page.getByRole('button', { name: 'Choose a file…' }))
    // A test cannot send keys to the browser's own dialog.
    await (await chooser).setFiles(films)
    const dialog = page.getByRole('dialog', { name: 'Transcribe this recording' })
    await expect(dialog.getByRole('button', { name: 'Transcribe' })).toBeFocused()
    await page.keyboard.press('Enter')
    await pressOn(page.getByRole('link', { name: 'film', exact: true }))
    await expect(studioPage(page).lines.first()).toHaveText(/\w/u, { timeout: 150_000 })
    await expect(page.getByRole('main').getByRole('button', { name: 'Stop' })).toBeHidden({
      timeout: 150_000,
    })

    // A word is corrected; text added at the end is too much for its time.
    await page.keyboard.press('Control+2')
    const cues = page.getByRole('list', { name: 'Captions' })
    const field = cues.getByRole('textbox', { name: /^Caption \d+$/u })
    await tabTo(cues.locator('[data-cue]').first())
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(field).toBeFocused()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+Delete')
    await page.keyboard.type('Kessler, have ')
    // Captions are cut anew once typing pauses, so their number is read at each step.
    const isLast = async (): Promise<boolean> => {
      const count = await cues.locator('[data-cue], [data-cue-field]').count()
      return (await field.getAttribute('aria-label')) === `Caption ${count}`
    }
    await page.keyboard.press('Control+End')
    for (let step = 0; step < 40 && !(await isLast()); step += 1) {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Control+End')
    }
    await page.keyboard.type(' It is blue, and very old, and it was my grandmother’s, I think.')
    await expect(cues).toContainText('Too fast')

    // F8 moves to a problem, F9 to its fixes, then everything that can be fixed.
    await page.keyboard.press('F8')
    await page.keyboard.press('F9')
    const fixes = page.getByRole('region', { name: /^Fixes for \d+/u })
    await expect(fixes.getByRole('listitem')).toBeFocused()
    await picture(page, 'captioning-fixes')
    // Tab plays the caption there; Shift and Tab leave it.
    await pressOn(page.getByRole('button', { name: /^Fix all that can be fixed/u }), 'Shift+Tab')
    const fixAll = page.getByRole('dialog', { name: /^Fix \d+ of \d+/u })
    await expect(fixAll.getByRole('button', { name: /^Fix \d+$/u })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(fixAll).toBeHidden()
    await expect(cues).not.toContainText('Too fast')

    // The file, with the keys of the list of formats.
    await page.keyboard.press('Control+e')
    const exporting = page.getByRole('dialog', { name: /^Export/u })
    await expect(exporting.getByRole('treeitem', { selected: true })).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.type('SubRip')
    await expect(exporting.getByRole('treeitem', { name: 'SubRip (SRT)' })).toBeFocused()
    await expect(exporting.getByRole('button', { name: 'Save as…' })).toBeEnabled()
    const { name, bytes } = await downloadedBy(page, () => page.keyboard.press('Enter'))
    expect(name).toBe('film.srt')
    const srt = bytes.toString('utf8')
    expect(srt.replaceAll('\n', ' ')).toContain('Kessler, have')
    const file = path.join(folder, 'film.srt')
    await writeFile(file, bytes)
    // Exit 1 for any problem.
    await parolo(path.join(folder, 'other'), ['check', file])
  },
)

/** Presses a button or link reached by Tab, or backward. */
async function pressOn(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(target, key)
  await target.page().keyboard.press('Enter')
}

/** By Tab only. */
async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page: Page = target.page()
  await target.waitFor()
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}
