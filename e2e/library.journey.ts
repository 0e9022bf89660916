import { access, cp } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { checkList } from './support/check-list.ts'
import { fixturePath, parolo } from './support/libraries.ts'
import { choose, chooseInMenu, rowOf } from './support/library-page.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

/** In the order of the list. */
const titles = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('heading')

test(
  'recordings in order, by state and tag; renamed, tagged, all of it kept',
  { tag: '@main' },
  async ({ visit, dataFolder }) => {
    await parolo(dataFolder, ['add', fixturePath('two-voices-8s-en.opus'), fixturePath('meeting-en.opus')])
    const page = await visit()
    await expect(titles(page)).toHaveText(['meeting-en', 'two-voices-8s-en', 'conversation-en'])
    await choose(page.getByRole('main'), 'Sort', 'Oldest first')
    await expect(titles(page)).toHaveText(['conversation-en', 'two-voices-8s-en', 'meeting-en'])
    await choose(page.getByRole('main'), 'Sort', 'Longest first')
    await expect(titles(page).first()).toHaveText('conversation-en')

    await chooseInMenu(page, 'meeting-en', 'Rename…')
    const rename = page.getByRole('dialog', { name: 'Rename' })
    await expect(rename.getByRole('textbox', { name: 'Title' })).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Änderung am Plan')
    await page.keyboard.press('Enter')
    await expect(rename).toBeHidden()
    await choose(page.getByRole('main'), 'Sort', 'By title')
    await expect(titles(page)).toHaveText(['Änderung am Plan', 'conversation-en', 'two-voices-8s-en'])

    // Tags, typed and chosen from those used before.
    await chooseInMenu(page, 'conversation-en', 'Tags…')
    await page.keyboard.type('atelier')
    await page.keyboard.press('Enter')
    await page.keyboard.type('été')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(rowOf(page, 'conversation-en')).toContainText('été')
    await chooseInMenu(page, 'Änderung am Plan', 'Tags…')
    await page.getByRole('dialog').getByRole('button', { name: 'été' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await rowOf(page, 'conversation-en').getByRole('button', { name: 'atelier' }).click()
    await expect(titles(page)).toHaveText(['conversation-en'])
    await choose(page.getByRole('main'), 'Tag', 'été')
    await expect(titles(page)).toHaveText(['Änderung am Plan', 'conversation-en'])

    // Order and filters are in the address, titles and tags in the library.
    await page.reload()
    await expect(titles(page)).toHaveText(['Änderung am Plan', 'conversation-en'])
    // Nothing in the clear conversation is likely to be wrong.
    await expect(rowOf(page, 'conversation-en')).toContainText('No likely errors')
    await page.getByRole('button', { name: /^No likely errors/u }).click()
    await expect(titles(page)).toHaveText(['conversation-en'])
    await page.getByRole('button', { name: /^To check/u }).click()
    await expect(page.getByText('No recordings match this filter.')).toBeVisible()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(titles(page)).toHaveCount(3)
    expect(await parolo(dataFolder, ['list'])).toContain('Änderung am Plan')
  },
)

test('what was said is found in its context, and opens at its time', async ({ visit }) => {
  const page = await visit()
  await page.getByRole('searchbox', { name: 'Search all recordings' }).fill('réPAIR ticket')
  const hits = page.getByRole('main').getByRole('listitem')
  await expect(hits).toHaveCount(1)
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toContainText('conversation-en')
  await expect(hits.locator('mark')).toHaveText([/repair/iu, /tickets?/iu])
  const time = (await hits.locator('time').innerText()).trim()
  expect(time).not.toBe('0:00')
  await hits.getByRole('link').click()
  const studio = studioPage(page)
  const player = page.getByRole('region', { name: 'Player' })
  await expect(player).toContainText(`${time} / 0:47`)
  await expect(studio.lines.filter({ hasText: /repair tickets/u })).toBeInViewport()
  await player.getByRole('button', { name: 'Play' }).click()
  await expect(player).not.toContainText(`${time} / 0:47`)
  await expect(player).toContainText(/0:3\d \/ 0:47/u)

  await page.goBack()
  await expect(hits).toHaveCount(1)
  await page.getByRole('searchbox').fill('xylophone')
  await expect(page.getByText('No results for “xylophone”.')).toBeVisible()
})

test('deleting asks, names what goes, and leaves the person’s own file', async ({
  visit,
  folder,
  dataFolder,
}) => {
  const original = path.join(folder, 'mine.opus')
  await cp(fixturePath('two-voices-8s-en.opus'), original)
  await parolo(dataFolder, ['add', original])
  const page = await visit()
  await chooseInMenu(page, 'conversation-en', 'Delete…')
  const dialog = page.getByRole('alertdialog', { name: 'Delete “conversation-en”?' })
  await expect(dialog.getByRole('listitem')).toHaveText([
    /^1 transcript$/u,
    /^\d.*\sMB of prepared audio$/u,
    'undo history, search entries and stored results',
  ])
  await expect(dialog).toContainText('The original file stays where it is.')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, 'conversation-en')).toBeVisible()

  await chooseInMenu(page, 'conversation-en', 'Delete…')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('“conversation-en” deleted.')).toBeVisible()
  await expect(titles(page)).toHaveText(['mine'])
  await chooseInMenu(page, 'mine', 'Delete…')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await access(original)
  expect(await parolo(dataFolder, ['list'])).not.toContain('mine')
})

test('the number to check is that of the list, less with every place that is accepted', async ({
  visit,
  folder,
  dataFolder,
}) => {
  // Recognized in the wrong language, much of it is likely to be wrong.
  const clip = fixturePath('two-voices-8s-en.opus')
  await parolo(dataFolder, ['transcribe', clip, '--quick', '--language', 'fr', '--out', folder])
  const page = await visit()
  const studio = studioPage(page)
  const row = rowOf(page, 'two-voices-8s-en')
  await expect(row).toContainText(/\d+ to check/u)
  const onCard = Number(/(\d+) to check/u.exec(await row.innerText())?.[1])
  await row.getByRole('link').click()
  await studio.toLine(studio.lines.first())
  const list = checkList(page)
  await list.tab.click()
  await expect.poll(() => list.counts()).toEqual({ looked: 0, left: onCard })
  await page.keyboard.press('F8')
  await expect(list.open).toBeFocused()
  await page.keyboard.press('Delete')
  await expect.poll(() => list.counts()).toEqual({ looked: 1, left: onCard - 1 })
  await studio.saved()
  await page.getByRole('link', { name: 'Recordings' }).click()
  await expect(row).toContainText(`${onCard - 1} to check`)
})

test('rows are selected in one go with Shift, by mouse and by keys, and all by Ctrl+A', async ({
  visit,
  dataFolder,
}) => {
  await parolo(dataFolder, ['add', fixturePath('two-voices-8s-en.opus'), fixturePath('meeting-en.opus')])
  const page = await visit()
  const box = (title: string) => page.getByRole('checkbox', { name: `Select “${title}”` })
  const pick = async (title: string, modifiers: 'Shift'[] = []): Promise<void> => {
    await rowOf(page, title).hover()
    // The visible box: the labeled input is hidden next to it.
    await page
      .locator('label')
      .filter({ has: box(title) })
      .click({ modifiers })
  }
  await pick('meeting-en')
  await expect(page.getByText('1 recording selected')).toBeVisible()
  await pick('conversation-en', ['Shift'])
  await expect(page.getByText('3 recordings selected')).toBeVisible()
  // Shift and a click do not select text.
  expect(await page.evaluate(() => String(window.getSelection()))).toBe('')
  await page.keyboard.press('Escape')

  await box('meeting-en').focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('1 recording selected')).toBeVisible()
  await box('conversation-en').focus()
  await page.keyboard.press('Shift+Space')
  await expect(page.getByText('3 recordings selected')).toBeVisible()
  await page.keyboard.press('Escape')

  await box('meeting-en').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 recordings selected')).toBeVisible()
  await expect(box('two-voices-8s-en')).toBeFocused()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('3 recordings selected')).toBeVisible()
})
