import { expectAccessible } from './support/accessible.ts'
import { picture } from './support/picture.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample', locale: 'fr-FR' })

test('by keys alone, in French: hesitations and pauses are cut, one is restored, all is undone', async ({
  visit,
}) => {
  const page = await visit()
  await page.getByRole('link', { name: 'conversation-en', exact: true }).press('Enter')
  const studio = studioPage(page, 'Transcription')
  await expect(studio.lines.first()).toHaveText(/\w/u)
  const bar = page.getByRole('region', { name: 'Coupe du son' })
  const panel = page.getByRole('dialog')
  const struck = page.locator('.parolo-cut')

  await test.step('two hesitations are written, then the mode is Cut', async () => {
    await studio.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Um, ')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Uh, yes.')
    await expect(page.getByRole('banner').getByRole('status')).toHaveText('Modifications enregistrées')
    await page.keyboard.press('Alt+k')
    await expect(bar.getByRole('radio', { name: 'Coupe' })).toBeChecked()
  })

  await test.step('hesitations are cut together, and one is restored', async () => {
    await bar.getByRole('button', { name: /^Hésitations 2/u }).press('Enter')
    await panel.getByRole('button', { name: 'Tout couper (2)' }).press('Enter')
    await expect(struck).toHaveCount(2)
    await expect(panel).toContainText('2 endroits, 2 coupés')
    await panel.getByRole('checkbox').last().press('Space')
    await expect(struck).toHaveCount(1)
    await picture(page, 'v-cut-fillers')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
  })

  await test.step('pauses are shortened by other limits', async () => {
    await bar.getByRole('button', { name: /^Longues pauses/u }).press('Enter')
    const longer = panel.getByRole('textbox', { name: 'Pauses de plus de' })
    await longer.fill('0,3')
    await longer.press('Tab')
    await expect(longer).toHaveValue('0,3')
    await panel.getByRole('button', { name: /^Raccourcir \d+ pauses?$/u }).press('Enter')
    await expect(panel).toContainText(/(\d+) endroits?, \1 coupés?/u)
    await picture(page, 'v-cut-pauses')
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(bar).toContainText('conservées')
  })

  await test.step('undo takes back one step after the other', async () => {
    const count = bar.getByText(/coupe/u)
    const cuts = await count.innerText()
    await studio.focus()
    await page.keyboard.press('Control+z')
    await expect(count).not.toHaveText(cuts)
    await expect(struck).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(struck).toHaveCount(2)
    await page.keyboard.press('Control+z')
    await expect(struck).toHaveCount(0)
    await expect(bar).toContainText('aucune coupe')
    await page.keyboard.press('Control+y')
    await expect(struck).toHaveCount(2)
  })
})
