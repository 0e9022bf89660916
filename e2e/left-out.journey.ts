import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

test('words left out of captions leave a trace in captions and text, and are shown again from both', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, 'conversation-en')
  const marked = page.locator('.parolo-left-out')
  const rows = page.locator('[data-cue]')
  const notes = page.getByRole('list', { name: 'Captions' }).getByRole('note')
  const hideFirst = async (): Promise<string> => {
    await rows.first().click()
    const field = page.getByRole('main').getByRole('textbox', { name: 'Caption 1' })
    await page.keyboard.press('Control+a')
    const text = (await field.inputValue()).replaceAll(/\s+/gu, ' ')
    await page.getByRole('toolbar').getByRole('button', { name: 'Leave out words' }).click()
    return text
  }

  await page.keyboard.press('Control+2')
  await expect(rows.first()).toBeVisible()
  const text = await hideFirst()

  await test.step('with the captions around them, where a button shows them again', async () => {
    await expect(notes).toHaveCount(1)
    await expect(notes.first()).toContainText(`Left out of captions: “${text}”`)
    await page.screenshot({ path: test.info().outputPath('left-out-captions.png') })
    await notes.first().getByRole('button', { name: 'Show in captions again' }).click()
    await expect(notes).toHaveCount(0)
  })

  await test.step('in the text, and from the bar of the selection', async () => {
    await hideFirst()
    await expect(notes).toHaveCount(1)
    await page.keyboard.press('Control+1')
    await expect(marked.first()).toBeVisible()
    expect((await marked.allInnerTexts()).join('').replaceAll(/\s+/gu, '')).toBe(text.replaceAll(' ', ''))
    await page.screenshot({ path: test.info().outputPath('left-out-text.png') })
    await studio.toLine(studio.lines.first())
    await page.keyboard.press('Shift+End')
    await page
      .getByRole('toolbar', { name: 'Selection' })
      .getByRole('button', { name: 'Show in captions again' })
      .click()
    await expect(marked).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(marked.first()).toBeVisible()
  })
})
