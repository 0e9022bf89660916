import { openText, selectRight } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

test('words are redacted by the bar and by a key; what is copied of them is a placeholder', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, 'conversation-en')
  const bar = page.getByRole('toolbar', { name: 'Selection' })
  const redacted = page.locator('.parolo-redacted')
  const line = studio.lines.nth(1)
  const text = await line.innerText()
  const words = text.split(' ').slice(0, 3).join(' ')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())

  await test.step('by the bar', async () => {
    await studio.toLine(line)
    await selectRight(page, words.length)
    await bar.getByRole('button', { name: 'Redact', exact: true }).click()
    await expect(redacted).toHaveText([words])
    await expect(bar.getByRole('button', { name: 'Redacted' })).toHaveAttribute('aria-pressed', 'true')
    await expect(line).toHaveText(text)
  })

  await test.step('it is copied as a placeholder, alone and with other words', async () => {
    await bar.getByRole('button', { name: 'Copy' }).click()
    await expect.poll(copied).toMatch(/^\[redacted\][.,;:!?…]*$/u)
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await expect.poll(copied).toContain('[redacted]')
    expect(await copied()).not.toContain(words)
  })

  await test.step('a key shows the words again, undo redacts them again', async () => {
    await studio.toLine(line)
    await selectRight(page, words.length)
    await page.keyboard.press('Alt+x')
    await expect(redacted).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(redacted).toHaveText([words])
    await studio.saved()
  })

  await test.step('it stays, and the export shows the placeholder', async () => {
    await page.reload()
    await expect(redacted).toHaveText([words])
    await page.screenshot({ path: test.info().outputPath('redacted.png') })
  })
})
