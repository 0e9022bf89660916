import { soundDock } from './support/sound-dock.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('the sheet of keys opens by ? where no text has the focus, and finds keys', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = await studio.texts()
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })

  // In the text it is a question mark.
  await studio.toLine(studio.lines.nth(2))
  await page.keyboard.type('?')
  await expect(sheet).toBeHidden()
  await expect.poll(() => studio.texts()).toEqual(before.with(2, `?${before[2]}`))
  await page.keyboard.press('Control+z')

  await soundDock(page).play.focus()
  await page.keyboard.press('?')
  await expect(sheet).toBeVisible()
  await expect(sheet.getByText('Play or pause', { exact: true })).toBeVisible()
  await sheet.getByRole('textbox', { name: 'Find a shortcut' }).fill('speaker')
  await expect(sheet.getByText('Choose speaker')).toBeVisible()
  await expect(sheet.getByText('Play or pause', { exact: true })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  // Escape closed the overview without starting playback.
  await expect(soundDock(page).play).toBeVisible()
})

test('a menu that is closed while it still appears leaves the next key its effect', async ({ visit }) => {
  const page = await visit()
  await openText(page, recording)
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (let time = 0; time < 3; time++) {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(sheet).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
  }
})

test('a key that is put on another action works in the studio, and the sheet says so', async ({ visit }) => {
  const page = await visit('/settings/keys')
  const add = page.getByRole('button', { name: 'Add a shortcut for: Play or pause' })
  await add.click()
  await page.keyboard.press('F10')
  await expect(page.getByText('F10 is now the shortcut for “Play or pause”.').first()).toBeVisible()
  await page.getByRole('button', { name: /^Remove Esc.* from: Play or pause$/u }).click()

  // A key of another action has to be confirmed; one that typing needs is rejected.
  await page.getByRole('button', { name: 'Add a shortcut for: Faster' }).click()
  await page.keyboard.press('F1')
  await expect(page.getByText('F1 is already the shortcut for “Short skip back”')).toBeVisible()
  await page.getByRole('button', { name: 'Reassign' }).click()
  await page.getByRole('button', { name: 'Add a shortcut for: Slower' }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Enter is needed for typing/u)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page.goto(`${new URL(page.url()).origin}/#/`)
  const studio = await openText(page, recording)
  const sound = soundDock(page)
  await studio.toLine(studio.lines.nth(2))
  await page.keyboard.press('F10')
  await expect(sound.pause).toBeVisible()
  await page.keyboard.press('F10')
  await expect(sound.play).toBeVisible()
  // Escape no longer starts playback.
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await expect(page.getByRole('button', { name: 'Speed 1.125' })).toBeVisible()
  await expect(sound.play).toBeVisible()

  await sound.play.focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await sheet.getByRole('textbox', { name: 'Find a shortcut' }).fill('F10')
  await expect(sheet.getByText('Play or pause', { exact: true })).toBeVisible()
  await sheet.getByRole('link', { name: 'Change shortcuts…' }).click()
  await page.getByRole('button', { name: 'Reset all shortcuts' }).click()
  await expect(page.getByRole('button', { name: 'Remove F10 from: Play or pause' })).toBeHidden()
  await page.goBack()
  await studio.toLine(studio.lines.nth(2))
  await page.keyboard.press('Escape')
  await expect(sound.pause).toBeVisible()
})

test('a word with an apostrophe is one for a double click and for keys', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = await studio.texts()
  await studio.lines.nth(1).dblclick({ position: { x: 8, y: 10 } })
  await page.keyboard.type('This')
  await expect.poll(() => studio.texts()).toEqual(before.with(1, before[1]?.replace("It's", 'This') ?? ''))
  await page.keyboard.press('Control+z')
  await expect.poll(() => studio.texts()).toEqual(before)
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+Backspace')
  await expect.poll(() => studio.texts()).toEqual(before.with(1, before[1]?.slice("It's".length) ?? ''))
})
