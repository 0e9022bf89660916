import type { Page } from '@playwright/test'
import { checkList } from './support/check-list.ts'
import { rowOf } from './support/library-page.ts'
import { untilLit } from './support/lit-word.ts'
import { soundDock } from './support/sound-dock.ts'
import { storedTranscript, textsOf } from './support/stored-transcript.ts'
import { chooseMore, openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('what is doubtful is heard, accepted or corrected, one after the other, without the mouse', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const sound = soundDock(page)
  const before = await studio.texts()
  const list = checkList(page)
  const { panel, open } = list
  await list.tab.click()
  await list.showLessLikely(true)
  await list.sortByTime()
  await studio.toLine(studio.lines.nth(0))

  // F8 opens the list at the first place and seeks there: its word is highlighted in the text.
  await page.keyboard.press('F8')
  await expect(open).toBeFocused()
  const all = await list.counts()
  expect(all.looked).toBe(0)
  expect(all.left).toBeGreaterThan(3)
  const first = await list.words()
  await untilLit(page, first)
  // Doubtful words show the reason in the text too.
  const reason = await studio.transcript.getByText(first, { exact: true }).getAttribute('title')
  expect(reason).toBeTruthy()
  await expect(open).toContainText(reason ?? '')

  // Tab plays it and stops by itself.
  await sound.plays(() => page.keyboard.press('Tab'))
  await expect(sound.play).toBeVisible()
  await expect(open).toBeFocused()

  // Delete keeps the text: the place disappears, and the next is open. A held key goes no further.
  await page.keyboard.down('Delete')
  await page.keyboard.down('Delete')
  await page.keyboard.up('Delete')
  await expect.poll(() => list.counts()).toEqual({ looked: 1, left: all.left - 1 })
  await expect(open).toBeFocused()
  const second = await list.words()
  await untilLit(page, second)
  expect(await studio.texts()).toEqual(before)

  // Any letter corrects it in place, even after a pause to think; F8 moves to the next.
  await page.keyboard.type('Corr')
  await expect.poll(() => list.counts()).toMatchObject({ looked: 2 })
  await page.waitForTimeout(300)
  await expect(studio.transcript).toBeFocused()
  await page.keyboard.type('ected')
  await expect(studio.transcript).toBeFocused()
  await expect
    .poll(async () => (await studio.texts()).join('\n'))
    .toBe(before.join('\n').replace(second, 'Corrected'))
  await expect.poll(() => list.counts()).toMatchObject({ looked: 2 })
  await page.keyboard.press('F8')
  await expect(open).toBeFocused()
  const third = await list.words()
  await page.keyboard.press('F8')
  await expect.poll(() => list.words()).not.toBe(third)
  await page.keyboard.press('Shift+F8')
  await expect.poll(() => list.words()).toBe(third)

  // The rest with Delete only, as fast as it can be pressed.
  const { left } = await list.counts()
  for (let place = 0; place < left; place += 1) await page.keyboard.press('Delete')
  await expect(panel.getByText('No likely errors left.')).toBeVisible()
  await studio.saved()
  const { marks } = await storedTranscript(dataFolder, recording)
  expect(marks.filter(({ kind }) => kind === 'accepted').length).toBe((await list.counts()).looked - 1)

  // Accepted places stay so after a reload, and undo reverts them.
  await page.reload()
  await list.tab.click()
  await expect(panel.getByText('No likely errors left.')).toBeVisible()

  // Only a press marks the transcript as checked; the library says so until it is taken back.
  await panel.getByRole('button', { name: 'Mark as checked by me' }).click()
  await expect(panel.getByText(/^Checked by you on /u)).toBeVisible()
  await page.getByRole('link', { name: 'Recordings' }).click()
  await expect(rowOf(page, recording)).toContainText('Checked by you')
  await openText(page, recording)
  await list.tab.click()
  // One step of undo among the others, also after the recording was closed.
  await expect(studio.undo).toHaveAccessibleName('Undo marking as checked')
  await page.keyboard.press('Control+z')
  await expect(panel.getByRole('button', { name: 'Mark as checked by me' })).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(panel.getByText(/^Checked by you on /u)).toBeVisible()
  await panel.getByRole('button', { name: 'Clear the mark' }).click()
  await expect(panel.getByRole('button', { name: 'Mark as checked by me' })).toBeVisible()
  await studio.undoAll()
  await expect.poll(() => studio.texts()).toEqual(before)
  await expect.poll(() => list.counts()).toEqual(all)
})

test('Enter is done with the place that is corrected, and the list goes on from there', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = await studio.texts()
  const list = checkList(page)
  const { panel, open } = list
  const keys = open.getByRole('button', { name: /Enter$/u })

  await list.tab.click()
  await list.showLessLikely(true)
  await list.sortByTime()
  // Further down: the third place.
  await studio.toLine(studio.lines.nth(0))
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('F8')
  await expect(open).toBeFocused()
  await expect(keys).toHaveText(/^(?:Right as it is|Take|Insert)/u)
  const place = await list.words()
  const { looked } = await list.counts()
  await page.keyboard.type('Corrected')
  await expect.poll(() => list.counts()).toMatchObject({ looked: looked + 1 })
  await expect(open).toContainText('Corrected')
  await expect(keys).toHaveText(/^Done/u)
  await page.keyboard.press('Enter')

  // The paragraph is complete; the corrected place is above the next one, which has the focus.
  await expect(open).toBeFocused()
  await expect(keys).toHaveText(/^(?:Right as it is|Take|Insert)/u)
  await expect(panel.getByRole('listitem').first()).toContainText('Corrected')
  const texts = await studio.texts()
  expect(texts).toHaveLength(before.length)
  expect(texts.join('\n')).toBe(before.join('\n').replace(place, 'Corrected'))
  const next = await list.words()
  await untilLit(page, next.split(' '))

  // Also by a click into its words; if nothing is changed, it is accepted as it is.
  const line = studio.lines.filter({ has: page.locator('[title]', { hasText: next }) }).first()
  await studio.clickWord(line, next)
  await page.keyboard.press('Enter')
  await expect(open).toBeFocused()
  await expect.poll(() => list.words()).not.toBe(next)
  expect(await studio.texts()).toHaveLength(before.length)
  await studio.saved()
  const { marks } = await storedTranscript(dataFolder, recording)
  expect(marks.map(({ kind }) => kind)).toEqual(['accepted'])

  // Elsewhere Enter has its usual effect.
  await studio.lines.last().scrollIntoViewIfNeeded()
  await studio.clickWord(studio.lines.last(), ' you')
  await page.keyboard.press('Enter')
  await expect(studio.lines).toHaveCount(before.length + 1)
})

test('what a person changed is marked, shown place by place, or not at all', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const marked = studio.transcript.getByTitle('Changed by you')
  await expect(marked).toHaveCount(0)
  await studio.clickWord(studio.lines.nth(0), ' I think')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(' well')
  await studio.clickWord(studio.lines.nth(4), 'left')
  await page.keyboard.type('OO')
  await expect(marked).toHaveText(['well', 'lOOeft'])
  await expect(marked.nth(1)).toHaveAttribute('title', 'Changed by you (originally: left)')
  // In front of a word: it is the same word again as soon as a space separates the two.
  await studio.toLine(studio.lines.nth(6))
  const [next = ''] = ((await studio.lines.nth(6).textContent()) ?? '').split(' ')
  await page.keyboard.type('Now')
  await expect(marked.nth(2)).toHaveText(`Now${next}`)
  await page.keyboard.type(' ')
  await expect(marked).toHaveText(['well', 'lOOeft', 'Now'])
  await expect(studio.lines.nth(6)).toHaveText(new RegExp(`^Now ${next}`, 'u'))

  await page.getByRole('tab', { name: 'Details' }).click()
  await chooseMore(page, 'Hide my changes')
  await expect(marked).toHaveCount(0)
  await studio.transcript.focus()
  await page.keyboard.press('Alt+c')
  await expect(marked).toHaveCount(3)
  const places = page.getByRole('button', { name: '3 changes' })
  await places.click()
  await expect.poll(() => selectedText(page)).toBe('well')
  await places.click()
  await expect.poll(() => selectedText(page)).toBe('lOOeft')
  await studio.saved()
  const origins = (await storedTranscript(dataFolder, recording)).paragraphs
    .flatMap(({ words }) => words)
    .filter(({ origin }) => origin !== 'recognised')
  expect(origins.map(({ text, origin }) => [text, origin])).toEqual([
    ['well', 'written'],
    ['lOOeft', 'edited'],
    ['Now', 'written'],
  ])
  expect(textsOf(await storedTranscript(dataFolder, recording))).toEqual(await studio.texts())
})

function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? '')
}
