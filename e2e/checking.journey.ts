import type { Page } from '@playwright/test'
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
  const panel = page.getByRole('tabpanel', { name: /^Check/u })
  const open = panel.getByRole('listitem', { name: /^To check: /u })
  await page.getByRole('tab', { name: /^Check/u }).click()
  await panel.getByText('Include less likely errors').click()
  await panel.getByRole('button', { name: /Sort/u }).click()
  await page.getByRole('option', { name: 'By time' }).click()
  await studio.toLine(studio.lines.nth(0))

  // F8 opens the list at the first place and seeks there: its word is highlighted in the text.
  await page.keyboard.press('F8')
  await expect(open).toBeFocused()
  const all = await leftOf(page)
  expect(all.checked).toBe(0)
  expect(all.places).toBeGreaterThan(3)
  const first = await doubtIn(open)
  await untilLit(page, first)
  // Doubtful words show the reason in the text too.
  const reason = await studio.transcript.getByText(first, { exact: true }).getAttribute('title')
  expect(reason).toBeTruthy()
  await expect(open).toContainText(reason ?? '')

  // Tab plays it and stops by itself.
  await sound.plays(() => page.keyboard.press('Tab'))
  await expect(sound.play).toBeVisible()
  await expect(open).toBeFocused()

  // Enter accepts it: it disappears, and the next is open.
  await page.keyboard.press('Enter')
  await expect.poll(() => leftOf(page)).toEqual({ checked: 1, places: all.places })
  await expect(open).toBeFocused()
  const second = await doubtIn(open)
  await untilLit(page, second)
  expect(await studio.texts()).toEqual(before)

  // Any letter corrects it in place, even after a pause to think; F8 moves to the next.
  await page.keyboard.type('Corr')
  await expect.poll(() => leftOf(page)).toMatchObject({ checked: 2 })
  await page.waitForTimeout(300)
  await expect(studio.transcript).toBeFocused()
  await page.keyboard.type('ected')
  await expect(studio.transcript).toBeFocused()
  await expect
    .poll(async () => (await studio.texts()).join('\n'))
    .toBe(before.join('\n').replace(second, 'Corrected'))
  await expect.poll(() => leftOf(page)).toMatchObject({ checked: 2 })
  await page.keyboard.press('F8')
  await expect(open).toBeFocused()
  const third = await doubtIn(open)
  await page.keyboard.press('F8')
  await expect.poll(() => doubtIn(open)).not.toBe(third)
  await page.keyboard.press('Shift+F8')
  await expect.poll(() => doubtIn(open)).toBe(third)

  // The rest with Enter only, as fast as it can be pressed.
  const { checked, places } = await leftOf(page)
  for (let place = checked; place < places; place += 1) await page.keyboard.press('Enter')
  await expect(panel.getByText('Nothing left to check.')).toBeVisible()
  await studio.saved()
  const { marks } = await storedTranscript(dataFolder, recording)
  expect(marks.filter(({ kind }) => kind === 'accepted').length).toBe((await leftOf(page)).checked - 1)

  // Accepted places stay so after a reload, and undo reverts them.
  await page.reload()
  await page.getByRole('tab', { name: /^Check/u }).click()
  await expect(panel.getByText('Nothing left to check.')).toBeVisible()
  await studio.undoAll()
  await expect.poll(() => studio.texts()).toEqual(before)
  await expect.poll(() => leftOf(page)).toEqual(all)
})

test('Enter is done with the place that is corrected, and the list goes on from there', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = await studio.texts()
  const panel = page.getByRole('tabpanel', { name: /^Check/u })
  const open = panel.getByRole('listitem', { name: /^To check: /u })
  const keys = panel.getByRole('listitem').getByRole('button', { name: /Enter$/u })

  await page.getByRole('tab', { name: /^Check/u }).click()
  await panel.getByText('Include less likely errors').click()
  await panel.getByRole('button', { name: /Sort/u }).click()
  await page.getByRole('option', { name: 'By time' }).click()
  // Further down: the third place.
  await studio.toLine(studio.lines.nth(0))
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('F8')
  await expect(open).toBeFocused()
  await expect(keys).toHaveText(/^Accept/u)
  const place = await doubtIn(open)
  const { checked } = await leftOf(page)
  await page.keyboard.type('Corrected')
  await expect.poll(() => leftOf(page)).toMatchObject({ checked: checked + 1 })
  await expect(open).toContainText('Corrected')
  await expect(keys).toHaveText(/^Done/u)
  expect(await doubtIn(open)).toBe(place)
  await page.keyboard.press('Enter')

  // The paragraph is complete; the corrected place is above the next one, which has the focus.
  await expect(open).toBeFocused()
  await expect(keys).toHaveText(/^Accept/u)
  await expect(panel.getByRole('listitem').first()).toContainText('Corrected')
  const texts = await studio.texts()
  expect(texts).toHaveLength(before.length)
  expect(texts.join('\n')).toBe(before.join('\n').replace(place, 'Corrected'))
  const next = await doubtIn(open)
  await untilLit(page, next.split(' '))

  // Also by a click into its words; if nothing is changed, it is accepted as it is.
  const line = studio.lines.filter({ has: page.locator('[title]', { hasText: next }) }).first()
  await studio.clickWord(line, next)
  await page.keyboard.press('Enter')
  await expect(open).toBeFocused()
  await expect.poll(() => doubtIn(open)).not.toBe(next)
  expect(await studio.texts()).toHaveLength(before.length)
  await studio.saved()
  const { marks } = await storedTranscript(dataFolder, recording)
  expect(marks.map(({ kind }) => kind)).toEqual(['accepted'])

  // Elsewhere Enter has its usual effect.
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

/** `3 of 12 checked`, above the list. */
async function leftOf(page: Page): Promise<{ checked: number; places: number }> {
  const text = await page.getByText(/^\d+ of \d+ checked$/u).innerText()
  const [, checked = '', places = ''] = /^(\d+) of (\d+)/u.exec(text) ?? []
  return { checked: Number(checked), places: Number(places) }
}

async function doubtIn(open: ReturnType<Page['getByRole']>): Promise<string> {
  return (await open.getAttribute('aria-label'))?.replace('To check: ', '') ?? ''
}

function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? '')
}
