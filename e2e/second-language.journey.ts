import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { downloadedBy, showFormat } from './support/exported-files.ts'
import { picture } from './support/picture.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

// High enough to render all captions.
test.use({ library: 'sample', viewport: { width: 1440, height: 2200 } })

const field = (page: Page) => page.getByRole('main').getByRole('textbox', { name: /^Caption \d+, French$/u })
const add = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Second language', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Add a language…' }).press('Enter')
}
/** The French text or field of each caption; captions shown with the text before have none. */
const shown = (page: Page) =>
  page.locator('[data-translation], [data-translation-field]').evaluateAll((elements) =>
    elements.flatMap((element) => {
      if (element instanceof HTMLTextAreaElement) return element.value === '' ? [] : [element.value]
      const lines = [...element.querySelectorAll('[lang]')].map(({ textContent }) => textContent)
      return lines.length === 0 ? [] : [lines.join('\n')]
    }),
  )
const texts = (srt: Buffer): string[] =>
  srt
    .toString('utf8')
    .trim()
    .split('\n\n')
    .map((cue) => cue.split('\n').slice(2).join('\n'))

test('captions are translated by keys beside the original, cut with it, exported apart, and undone', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, 'conversation-en')
  await page.keyboard.press('Control+2')
  await expect(page.getByText(/^\d+ captions$/u)).toBeVisible()
  await add(page)
  await page.getByRole('button', { name: 'Add without text' }).press('Enter')
  await expect(
    page.getByText('Parolo does not translate: you type the text or import it from a file.'),
  ).toBeVisible()

  // The original, Tab, its translation, Enter, the next one.
  await page.getByRole('button', { name: /^Right, I think/u }).press('Enter')
  await page.keyboard.press('Tab')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('Bon, je crois que ça enregistre. Alors,')
  await page.keyboard.press('Enter')
  await page.keyboard.type('raconte-moi')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('le début.')
  await picture(page, 'second-language')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toHaveValue(/^Bon, je crois/u)

  // Splits the original: its text is shown with both, until Enter moves the rest to the second.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('Shown with caption 1')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Home')
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue(/^je crois que/u)

  // A word of the original is corrected: the translations stay.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('Well, ')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => shown(page)).toHaveLength(3)
  const before = await shown(page)
  expect(before[0]).toBe('Bon,')
  expect(before[2]).toMatch(/^raconte-moi\nle début\./u)

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  await showFormat(dialog, 'SubRip (SRT)')
  await dialog.getByRole('button', { name: /^Original/u }).click()
  await page.getByRole('option', { name: 'French' }).click()
  await expect(dialog.getByText(/captions without a translation/u)).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'File name' })).toHaveValue(/\.fr$/u)
  const { name, bytes } = await downloadedBy(page, () =>
    dialog.getByRole('button', { name: 'Save as…' }).click(),
  )
  expect(name).toMatch(/\.fr\.srt$/u)
  expect(texts(bytes)).toEqual(before)

  await page.keyboard.press('Control+1')
  await studio.undoAll()
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('button', { name: 'Second language', exact: true })).toBeVisible()
})

test('a caption file becomes the second language by time', async ({ visit, folder }) => {
  const file = path.join(folder, 'conversation.fr.srt')
  const cue = (number: number, start: string, end: string, text: string): string =>
    `${number}\n00:00:${start} --> 00:00:${end}\n${text}\n`
  await writeFile(
    file,
    [cue(1, '00,500', '02,500', 'Bon, je crois que ça tourne.'), cue(2, '03,500', '05,500', 'Raconte.')].join(
      '\n',
    ),
  )
  const page = await visit()
  await openText(page, 'conversation-en')
  await page.keyboard.press('Control+2')
  await expect(page.getByText(/^\d+ captions$/u)).toBeVisible()
  await add(page)
  const opens = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'From a caption file…' }).press('Enter')
  await (await opens).setFiles([file])
  await page.getByRole('button', { name: 'Add with 2 captions' }).press('Enter')
  await expect(page.getByText('2 captions imported.')).toBeVisible()
  await expect.poll(async () => (await shown(page)).join(' ')).toBe('Bon, je crois que ça tourne. Raconte.')
})
