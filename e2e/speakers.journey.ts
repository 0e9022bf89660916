import type { Page } from '@playwright/test'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { contentOf, storedTranscript } from './support/stored-transcript.ts'
import { openText, selectRight } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'
import { typeInField } from './support/type-in-field.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'
/** As detected by the engine. */
const heard = ['1', '2', '1', '2', '1', '2', '1', '2', '1'].map((number) => `Speaker ${number}`)

test('paragraphs, selections, all that follows and all of one are given to speakers, by keys', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const original = await storedTranscript(dataFolder, recording)
  const texts = await studio.texts()
  await expect.poll(() => studio.speakers()).toEqual(heard)

  await test.step('a digit gives the paragraph to somebody', async () => {
    await studio.toLine(studio.lines.nth(2))
    await page.keyboard.press('Alt+2')
    await expect.poll(() => studio.speakers()).toEqual(heard.with(2, 'Speaker 2'))
    await page.keyboard.press('Control+z')
    await expect.poll(() => studio.speakers()).toEqual(heard)
  })

  await test.step('what is selected is split off and given to somebody', async () => {
    await studio.clickWord(studio.lines.nth(2), 'Really?')
    await page.keyboard.press('ArrowLeft')
    await selectRight(page, 'Really?'.length)
    await page.keyboard.press('Alt+2')
    await expect.poll(() => studio.speakers()).toEqual(heard.toSpliced(2, 0, 'Speaker 2'))
    await expect(studio.lines.nth(2)).toHaveText('Really?')
    await page.keyboard.press('Control+z')
    await expect.poll(() => studio.texts()).toEqual(texts)
  })

  await test.step('from the caret on somebody new speaks', async () => {
    await studio.clickWord(studio.lines.nth(5), 'Each one')
    await page.keyboard.press('Shift+Enter')
    const choice = choiceOn(page)
    await expect(choice.getByRole('radio', { name: 'From here to the next change of speaker' })).toBeChecked()
    await typeInField(page, 'Rosa')
    await page.keyboard.press('Enter')
    await expect(choice).toBeHidden()
    await expect.poll(() => studio.speakers()).toEqual(heard.toSpliced(6, 0, 'Rosa'))
    await expect(studio.lines.nth(6)).toHaveText(/^Each one has a name, a date,? and a price\.$/u)
    await expect(studio.transcript).toBeFocused()
  })

  await test.step('a few letters and an arrow, or the whole name, find a known speaker', async () => {
    await studio.toLine(studio.lines.nth(2))
    await page.keyboard.press('Control+i')
    await typeInField(page, 'ros')
    await expect(choiceOn(page).getByRole('option')).toHaveText([/^Rosa/u])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => studio.speakers()).toEqual(heard.toSpliced(6, 0, 'Rosa').with(2, 'Rosa'))
  })

  await test.step('all of one speaker gets another name at once', async () => {
    await studio.toLine(studio.lines.nth(1))
    await page.keyboard.press('Control+i')
    await choiceOn(page)
      .getByText(/^All \d turns of Speaker 2/u)
      .click()
    await typeInField(page, 'Sam')
    await page.keyboard.press('Enter')
    const named = heard.toSpliced(6, 0, 'Rosa').with(2, 'Rosa')
    await expect
      .poll(() => studio.speakers())
      .toEqual(named.map((name) => (name === 'Speaker 2' ? 'Sam' : name)))
  })

  await test.step('the other becomes one with a third, and everything is undone', async () => {
    await studio.toLine(studio.lines.nth(0))
    await page.keyboard.press('Control+i')
    await choiceOn(page)
      .getByText(/^All \d turns of Speaker 1/u)
      .click()
    await typeInField(page, 'sam')
    await page.keyboard.press('Enter')
    await expect.poll(async () => new Set(await studio.speakers())).toEqual(new Set(['Sam', 'Rosa']))
    await studio.undoAll()
    await expect.poll(() => studio.speakers()).toEqual(heard)
    await studio.saved()
    expect(contentOf(await storedTranscript(dataFolder, recording))).toEqual(contentOf(original))
  })
})

test('two voices are heard and merged, and one is split off again', async ({ visit, dataFolder }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const merge = page.getByRole('dialog', { name: 'Are these the same person?' })
  await studio.toLine(studio.lines.nth(0))
  await page.keyboard.press('Control+i')
  await choiceOn(page).getByRole('button', { name: 'Merge…' }).click()
  await expect(merge.getByRole('heading', { name: 'Speaker 1' })).toBeVisible()
  await expect(merge.getByRole('heading', { name: 'Speaker 2' })).toBeVisible()
  await merge.getByRole('button', { name: /^Play/u }).first().click()
  await expect(page.locator('[data-clock]')).not.toHaveText(/^0:00 /u)
  await merge.getByRole('textbox', { name: 'Name' }).fill('Both of them')
  await merge.getByRole('button', { name: 'Merge into one' }).click()
  await expect(merge).toBeHidden()
  await expect.poll(() => studio.speakers()).toEqual(heard.map(() => 'Both of them'))
  await studio.saved()
  const merged = await storedTranscript(dataFolder, recording)
  expect(merged.speakers).toHaveLength(1)
  expect(new Set(merged.turns.map(({ speakerId }) => speakerId))).toEqual(new Set([merged.speakers[0]?.id]))

  // One step: a single undo separates them; merged again, the other speaker's words are split off by hand.
  await studio.transcript.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => studio.speakers()).toEqual(heard)
  await page.keyboard.press('Control+y')
  await expect.poll(() => studio.speakers()).toEqual(heard.map(() => 'Both of them'))
  await studio.toLine(studio.lines.nth(2))
  await page.keyboard.press('Control+i')
  await choiceOn(page).getByRole('button', { name: 'Split off…' }).click()
  const split = page.getByRole('dialog', { name: 'Which paragraphs did someone else say?' })
  await expect(split.getByRole('checkbox', { name: /0:15$/u })).toBeChecked()

  // In a small window the list scrolls to its selection.
  const window = page.viewportSize()
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 900, height: 440 })
  await studio.toLine(studio.lines.last())
  await page.keyboard.press('Control+i')
  await choiceOn(page).getByRole('button', { name: 'Split off…' }).click()
  await expect(split.getByRole('checkbox', { name: /0:15$/u })).not.toBeInViewport()
  await expect(
    split.locator('label').filter({ has: page.getByRole('checkbox', { checked: true }) }),
  ).toBeInViewport()
  await page.keyboard.press('Escape')
  if (window !== null) await page.setViewportSize(window)
  await studio.toLine(studio.lines.nth(2))
  await page.keyboard.press('Control+i')
  await choiceOn(page).getByRole('button', { name: 'Split off…' }).click()
  await split
    .locator('label')
    .filter({ has: page.getByRole('checkbox', { name: /0:43$/u }) })
    .click()
  await split.getByRole('textbox', { name: 'Name' }).fill('Sam')
  await split.getByRole('button', { name: 'Split off 2 paragraphs' }).click()
  await expect
    .poll(() => studio.speakers())
    .toEqual(heard.map((_, line) => (line === 2 || line === 8 ? 'Sam' : 'Both of them')))
  await studio.undoAll()
  await expect.poll(() => studio.speakers()).toEqual(heard)
})

test('counting the speakers anew keeps names and corrections', async ({ visit, dataFolder }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.press('Control+i')
  await choiceOn(page).getByRole('button', { name: 'Rename' }).click()
  await typeInField(page, 'Sam')
  await page.keyboard.press('Enter')
  await studio.toLine(studio.lines.nth(3))
  await page.keyboard.type('Corrected. ')
  await studio.saved()
  const texts = await studio.texts()
  const turns = turnsIn(await storedTranscript(dataFolder, recording))
  const named = heard.map((name) => (name === 'Speaker 2' ? 'Sam' : name))
  await expect.poll(() => studio.speakers()).toEqual(named)

  const again = page.getByRole('button', { name: 'Find voices again…' })
  const count = page.getByRole('textbox', { name: 'Number of speakers' })
  await again.click()
  await expect(count).toHaveValue('2')
  await page.getByRole('button', { name: /^Increase/u }).click()
  await page.getByRole('button', { name: 'Find 3 voices' }).click()
  await expect.poll(async () => new Set(await studio.speakers()).size).toBe(3)
  expect(await studio.speakers()).toContain('Sam')
  expect((await studio.texts()).join(' ')).toBe(texts.join(' '))
  await studio.saved()
  const counted = await storedTranscript(dataFolder, recording)
  expect(counted.speakers).toHaveLength(3)
  expect(counted.speakers.map(({ name }) => name)).toContain('Sam')

  // With automatic detection, the speakers are the same as before.
  await again.click()
  await expect(count).toHaveValue('3')
  await page.getByRole('button', { name: 'Detect automatically' }).click()
  await expect.poll(async () => new Set(await studio.speakers()).size).toBe(2)
  await studio.saved()
  expect(turnsIn(await storedTranscript(dataFolder, recording))).toEqual(turns)
  await studio.undoAll()
  await expect.poll(() => studio.speakers()).toEqual(heard)
})

/** What each speaker says until another one speaks. */
function turnsIn({ paragraphs, speakers }: Transcript): string[] {
  const turns: { name: string; text: string }[] = []
  for (const paragraph of paragraphs) {
    const name = speakers.find(({ id }) => id === paragraph.speakerId)?.name ?? ''
    const last = turns.at(-1)
    if (last?.name === name) last.text += ` ${paragraphText(paragraph)}`
    else turns.push({ name, text: paragraphText(paragraph) })
  }
  return turns.map(({ name, text }) => `${name}: ${text}`)
}

function choiceOn(page: Page) {
  return page.getByRole('dialog', { name: 'Who is speaking?' })
}
