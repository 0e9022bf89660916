import { openText, selectRight } from './support/studio-page.ts'
import { storedTranscript } from './support/stored-transcript.ts'
import { expect, test } from './support/test.ts'
import { typeInField, untilInField } from './support/type-in-field.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'
/** As detected by the engine. */
const heard = ['1', '2', '1', '2', '1', '2', '1', '2', '1'].map((number) => `Speaker ${number}`)
const annaForFirst = heard.map((name) => (name === 'Speaker 1' ? 'Anna' : name))

test('a click on a name is about that name, and a new name is its voice’s everywhere', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const choice = page.getByRole('dialog', { name: 'Who is speaking?' })
  const everywhere = choice.getByRole('radio', { name: /^All 5 turns of Speaker 1/u })
  const onlyHere = choice.getByRole('radio', { name: 'This paragraph only' })
  const secondName = page.getByRole('button', { name: /^Speaker: Speaker 2, /u }).first()
  const texts = await studio.texts()

  // Text in a later paragraph is selected.
  await studio.toLine(studio.lines.nth(2))
  await selectRight(page, 6)
  await page.getByRole('button', { name: 'Speaker: Speaker 1, 0:00' }).click()
  await expect(onlyHere).toBeChecked()
  await expect(choice.getByRole('radio', { name: 'The selection' })).toBeHidden()
  await typeInField(page, 'Anna')
  await expect(everywhere).toBeChecked()
  await expect(choice.getByRole('button', { name: /^Rename Speaker 1 to “Anna”/u })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(() => studio.speakers()).toEqual(annaForFirst)
  expect(await studio.texts()).toEqual(texts)
  await studio.saved()
  const { speakers } = await storedTranscript(dataFolder, recording)
  expect(speakers.map(({ name }) => name)).toEqual(['Anna', null])

  await test.step('a known speaker, by digit, says that paragraph alone', async () => {
    await secondName.click()
    await untilInField(page)
    await page.keyboard.press('1')
    await expect.poll(() => studio.speakers()).toEqual(annaForFirst.with(1, 'Anna'))
    await studio.transcript.focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => studio.speakers()).toEqual(annaForFirst)
  })

  await test.step('how far can be said otherwise', async () => {
    await secondName.click()
    await choice.getByText('This paragraph only').click()
    await typeInField(page, 'Rosa')
    await expect(onlyHere).toBeChecked()
    await expect(choice.getByRole('button', { name: /^New speaker “Rosa”/u })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect.poll(() => studio.speakers()).toEqual(annaForFirst.with(1, 'Rosa'))
    await page.keyboard.press('Control+z')
    await expect.poll(() => studio.speakers()).toEqual(annaForFirst)
  })

  await test.step('by key what is selected comes first', async () => {
    await studio.toLine(studio.lines.nth(1))
    await selectRight(page, (texts[1] ?? '').indexOf(' '))
    await page.keyboard.press('Control+i')
    await expect(choice.getByRole('radio').first()).toBeChecked()
    await expect(choice.getByRole('radio', { name: 'The selection' })).toBeChecked()
    await typeInField(page, 'Rosa')
    await page.keyboard.press('Enter')
    await expect.poll(() => studio.speakers()).toEqual(annaForFirst.toSpliced(1, 1, 'Rosa', 'Speaker 2'))
    await studio.undoAll()
    await expect.poll(() => studio.speakers()).toEqual(heard)
  })
})

test('a voice is named, heard, merged and parted from the panel of voices', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const panel = page.getByRole('tabpanel', { name: 'Voices' })
  const clock = page.locator('[data-clock]')
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Speaker 1', exact: true }).click()
  const voice = page.getByRole('dialog', { name: 'Speaker details: Speaker 1' })
  await voice.getByRole('button', { name: 'Play a sample' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await voice.getByRole('textbox', { name: 'Name of Speaker 1' }).click()
  await typeInField(page, 'Anna')
  await page.keyboard.press('Enter')
  await expect(voice).toBeHidden()
  await expect.poll(() => studio.speakers()).toEqual(annaForFirst)
  await expect(clock).not.toHaveText(/^0:00 /u)
  const anna = panel.getByRole('button', { name: 'Anna', exact: true })
  await expect(anna).toBeFocused()

  await test.step('the name of another voice asks whether both are one', async () => {
    await panel.getByRole('button', { name: 'Speaker 2', exact: true }).click()
    await typeInField(page, 'anna')
    await expect(page.getByRole('button', { name: /^Same speaker as anna\?/u })).toBeVisible()
    await page.keyboard.press('Enter')
    const merge = page.getByRole('dialog', { name: 'Are these the same person?' })
    await expect(merge.getByRole('heading', { name: 'Anna' })).toBeVisible()
    await merge.getByRole('button', { name: 'Merge into one' }).click()
    await expect.poll(() => studio.speakers()).toEqual(heard.map(() => 'Anna'))
  })

  await test.step('and what another said is parted off', async () => {
    await anna.click()
    await page.getByRole('button', { name: 'Split off…' }).click()
    const split = page.getByRole('dialog', { name: 'Which paragraphs did someone else say?' })
    await expect(split.getByRole('checkbox').first()).not.toBeChecked()
    await split
      .locator('label')
      .filter({ has: page.getByRole('checkbox', { name: /0:00$/u }) })
      .click()
    await split.getByRole('textbox', { name: 'Name' }).fill('Sam')
    await split.getByRole('button', { name: 'Split off 1 paragraph' }).click()
    await expect.poll(async () => (await studio.speakers()).slice(0, 2)).toEqual(['Sam', 'Anna'])
  })
})
