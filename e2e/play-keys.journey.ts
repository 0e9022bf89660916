import { checkList } from './support/check-list.ts'
import { boxOf, soundDock } from './support/sound-dock.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('the space bar plays wherever no text or control has the focus', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const sound = soundDock(page)
  const texts = await studio.texts()
  const list = checkList(page)
  await list.tab.click()
  await list.showLessLikely(true)

  // After a click into the waveform, including while writing.
  await studio.transcript.focus()
  const { x, y, width, height } = await boxOf(sound.wave)
  await page.mouse.click(x + width * 0.4, y + height / 2)
  await page.keyboard.press('Space')
  await expect(sound.pause).toBeVisible()
  await page.keyboard.press('Space')
  await expect(sound.play).toBeVisible()
  expect(await studio.texts()).toEqual(texts)

  // On the position in the waveform, and on the place to check.
  await page.getByRole('slider', { name: 'Position' }).focus()
  await page.keyboard.press('Space')
  await expect(sound.pause).toBeVisible()
  await page.keyboard.press('F8')
  await expect(sound.play).toBeVisible()
  await expect(list.open).toBeFocused()
  await page.keyboard.press('Space')
  await expect(sound.pause).toBeVisible()
  await page.keyboard.press('Space')
  await expect(sound.play).toBeVisible()

  // A button is pressed by it, a text gets a space.
  const following = await sound.following.getAttribute('aria-pressed')
  await sound.following.focus()
  await page.keyboard.press('Space')
  await expect(sound.following).toHaveAttribute('aria-pressed', following === 'true' ? 'false' : 'true')
  await studio.toLine(studio.lines.nth(0))
  await page.keyboard.type('a b ')
  await expect(studio.lines.nth(0)).toHaveText(/^a b /u)
  await expect(sound.play).toBeVisible()
})

test('Escape closes what lies on top before it plays', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const sound = soundDock(page)
  await page.setViewportSize({ width: 800, height: 600 })
  const panel = page.getByRole('complementary', { name: 'Panel' })
  await expect(panel).toBeHidden()
  await studio.transcript.focus()

  await test.step('the drawer, wherever the focus is', async () => {
    await page.keyboard.press('F8')
    await expect(panel).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(studio.transcript).toBeFocused()
    await expect(sound.play).toBeVisible()
  })

  await test.step('a choice over the drawer first', async () => {
    await page.keyboard.press('F8')
    await panel.getByRole('tab', { name: 'Voices' }).click()
    await panel.getByRole('button', { name: 'Speaker 1', exact: true }).click()
    const voice = page.getByRole('dialog', { name: 'Speaker details: Speaker 1' })
    await expect(voice).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(voice).toBeHidden()
    await expect(panel).toBeVisible()
    await expect(sound.play).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(sound.play).toBeVisible()
  })

  await test.step('a choice in the text, speed and volume, a dialog', async () => {
    await page.keyboard.press('Control+i')
    await expect(page.getByRole('dialog', { name: 'Who is speaking?' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByRole('button', { name: /^Speed/u }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Control+e')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(sound.play).toBeVisible()
  })

  await page.keyboard.press('Escape')
  await expect(sound.pause).toBeVisible()
})
