import { expectAccessible } from './support/accessible.ts'
import { picture } from './support/picture.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('in Cut, keys strike words and restore them, the text stays, and each window sees it', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const texts = await studio.texts()
  const bar = page.getByRole('region', { name: 'Cut of the sound' })
  const struck = page.locator('.parolo-cut')
  const first = (texts[1] ?? '').split(' ')
  const toast = page.getByText('In Cut, the text stays as it is.')

  await test.step('in Text, deleting a word cuts nothing', async () => {
    await studio.toLine(studio.lines.nth(1))
    await page.keyboard.press('Control+Delete')
    await expect.poll(() => studio.texts()).not.toEqual(texts)
    await expect(bar).not.toContainText('kept')
    await page.keyboard.press('Control+z')
    await expect.poll(() => studio.texts()).toEqual(texts)
  })

  await test.step('the word at the caret, then selected ones, are struck and restored', async () => {
    await page.keyboard.press('Alt+k')
    await expect(bar.getByRole('radio', { name: 'Cut' })).toBeChecked()
    await expect(bar).toContainText('nothing cut')
    await studio.toLine(studio.lines.nth(1))
    await page.keyboard.press('Delete')
    await expect(struck).toHaveText(first[0] ?? '')
    await expect(struck).toHaveAttribute('aria-description', 'Cut')
    await expect(bar).toContainText('1 cut')
    await expect(studio.undo).toHaveAccessibleName('Undo cutting words')
    await page.keyboard.press('Backspace')
    await expect(struck).toHaveCount(0)
    await expect(bar).toContainText('nothing cut')
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.press('Delete')
    await expect(struck).toContainText(first.slice(0, 2).join(' ').replace(/\W+$/u, ''))
    expect(await studio.texts()).toEqual(texts)
    await picture(page, 'v-cut')
    await expectAccessible(page)
  })

  await test.step('an edge is moved by keys and set back, and the clock is that of the cut', async () => {
    await page.keyboard.press('Alt+u')
    const from = page.getByRole('slider', { name: 'Cut from' })
    await expect(from).toBeFocused()
    const automatic = (await from.getAttribute('aria-valuenow')) ?? ''
    await page.keyboard.press('Shift+ArrowRight')
    await expect(from).toHaveAttribute('aria-valuenow', String(Number(automatic) + 100))
    await expect(page.locator('.parolo-cut-chosen')).toHaveCount(1)
    await picture(page, 'v-cut-edges')
    await expectAccessible(page)
    await page.keyboard.press('Delete')
    await expect(from).toHaveAttribute('aria-valuenow', automatic)
    await page.keyboard.press('Alt+u')
    await expect(page.getByRole('slider', { name: 'Cut to' })).toBeFocused()
    await expect(page.locator('[data-clock]')).toContainText('before')
    await studio.focus()
  })

  await test.step('typing and pasting change nothing, and it is said once', async () => {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('xy')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('pasted')
    await expect(toast).toHaveCount(1)
    expect(await studio.texts()).toEqual(texts)
  })

  await test.step('a second window sees it, cuts itself, and undo goes through both', async () => {
    const two = await openText(await visit(), recording)
    const itsStruck = two.page.locator('.parolo-cut')
    await expect(itsStruck).toHaveCount(1)
    await two.page.keyboard.press('Alt+k')
    await two.clickWord(two.lines.nth(3), (texts[3] ?? '').split(' ')[0] ?? '')
    await two.page.keyboard.press('Delete')
    await expect(struck).toHaveCount(2)
    await expect(bar).toContainText('2 cuts')
    await studio.focus()
    await page.keyboard.press('Control+z')
    await expect(itsStruck).toHaveCount(1)
    await page.keyboard.press('Control+y')
    await expect(itsStruck).toHaveCount(2)
  })

  await test.step('cuts are gone through and restored; all at once is one step', async () => {
    await page.keyboard.press('Control+Home')
    await bar.getByRole('button', { name: 'Next cut' }).press('Enter')
    await bar.getByRole('button', { name: 'Restore', exact: true }).press('Enter')
    await expect(struck).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(struck).toHaveCount(2)
    await studio.toLine(studio.lines.nth(5))
    await page.keyboard.press('Alt+y')
    await expect(page.getByRole('region', { name: /^Waveform from .*, cuts folded$/u })).toBeVisible()
    await picture(page, 'v-cut-folded')
    await bar.getByRole('button', { name: 'More about the cut' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Cut the paragraph' }).press('Enter')
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(bar).toContainText('3 cuts')
    await bar.getByRole('button', { name: 'More about the cut' }).press('Enter')
    await expect(page.getByRole('menuitemcheckbox', { name: /^Fold/u })).toBeChecked()
    await page.getByRole('menuitem', { name: 'Restore all' }).press('Enter')
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(struck).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(bar).toContainText('3 cuts')
    await page.keyboard.press('Control+z')
    await expect(bar).toContainText('2 cuts')
    // Back in Text, keys write again, and what is struck is shown.
    await page.keyboard.press('Alt+k')
    await studio.toLine(studio.lines.nth(2))
    await page.keyboard.type('New ')
    await expect(studio.lines.nth(2)).toHaveText(`New ${texts[2]}`)
    await expect(struck).toHaveCount(2)
  })
})
