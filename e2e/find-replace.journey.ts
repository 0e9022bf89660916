import { storedTranscript, textsOf } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'hour' })

const recording = 'An hour'

test('2,000 places are replaced in one step but for the one that was taken out, and one undo brings all back', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = textsOf(await storedTranscript(dataFolder, recording))
  const search = page.getByRole('search', { name: 'Find and replace' })
  const preview = page.getByRole('complementary', { name: 'Preview' })

  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.press('Control+h')
  await expect(search.getByRole('textbox', { name: 'Find' })).toBeFocused()
  await page.keyboard.type('s')
  const places = before.join('\n').match(/s/giu)?.length ?? 0
  expect(places).toBeGreaterThan(2_000)
  const number = new Intl.NumberFormat('en-GB')
  // The first place from the caret on, in the second paragraph.
  const firstFromCaret = (before[0]?.match(/s/giu)?.length ?? 0) + 1
  await expect(search.getByRole('status')).toHaveText(`${firstFromCaret} of ${number.format(places)}`)
  await search.getByRole('textbox', { name: 'Replace with' }).fill('zz')

  // The second place is excluded.
  const second = preview.getByRole('checkbox').nth(1)
  await expect(second).toBeChecked()
  await preview.getByRole('listitem').nth(1).locator('label').click()
  await expect(second).not.toBeChecked()
  await expect(preview).toContainText(`${number.format(places - 1)} of ${number.format(places)} results`)
  let seen = 0
  const after = before.map((text) =>
    text.replaceAll(/s/giu, (found) => {
      seen += 1
      return seen === 2 ? found : 'zz'
    }),
  )
  await search
    .getByRole('button', { name: `Replace ${number.format(places - 1)} of ${number.format(places)}` })
    .click()
  await expect(search.getByRole('status')).toHaveText(`${number.format(places - 1)} replaced`)
  await studio.saved()
  expect(textsOf(await storedTranscript(dataFolder, recording))).toEqual(after)

  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()
  await expect(studio.transcript).toBeFocused()
  expect(await studio.copyAll()).toBe(after.join('\n'))
  await page.keyboard.press('Control+z')
  await expect(studio.undo).toBeDisabled()
  expect(await studio.copyAll()).toBe(before.join('\n'))
  await page.keyboard.press('Control+y')
  await expect(studio.undo).toBeEnabled()
  expect(await studio.copyAll()).toBe(after.join('\n'))
})

test(
  'hits are walked through by keys and replaced one by one, by case, accents and expression',
  { tag: '@main' },
  async ({ visit, dataFolder }) => {
    const page = await visit()
    const studio = await openText(page, recording)
    const before = textsOf(await storedTranscript(dataFolder, recording)).join('\n')
    const search = page.getByRole('search', { name: 'Find and replace' })
    const field = search.getByRole('textbox', { name: 'Find' })
    const status = search.getByRole('status')
    const number = new Intl.NumberFormat('en-GB')

    await page.keyboard.press('Control+f')
    await field.fill('The')
    const inCase = before.match(/The/gu)?.length ?? 0
    await search.getByRole('button', { name: /Match case/u }).click()
    await expect(status).toHaveText(`1 of ${number.format(inCase)}`)
    await field.press('Enter')
    await expect(status).toHaveText(`2 of ${number.format(inCase)}`)
    await field.press('Shift+Enter')
    await field.press('Shift+Enter')
    await expect(status).toHaveText(`${number.format(inCase)} of ${number.format(inCase)}`)
    // The last place is scrolled into view.
    const last = before.split('\n').findLast((text) => text.includes('The')) ?? ''
    await expect(studio.lines.filter({ hasText: last })).toBeInViewport()
    await search.getByRole('button', { name: /Match case/u }).click()

    // Whole words only.
    await field.fill('to')
    await search.getByRole('button', { name: /Whole words/u }).click()
    await expect(status).toHaveText(`1 of ${number.format(before.match(/\bto\b/giu)?.length ?? 0)}`)
    await search.getByRole('button', { name: /Whole words/u }).click()

    // Letters with and without accents are equal, unless accents are matched.
    await field.fill('thé')
    await expect(status).toHaveText(`1 of ${number.format(before.match(/the/giu)?.length ?? 0)}`)
    await search.getByRole('button', { name: /Match accents/u }).click()
    await expect(status).toHaveText('No results')

    // A regular expression, with its groups.
    await search.getByRole('button', { name: /Regular expression/u }).click()
    await field.fill('(')
    await expect(status).toHaveText('Invalid expression')
    await field.fill(String.raw`^(\w+) (\w+)`)
    await expect(status).toHaveText(`1 of ${before.match(/^(\w+) (\w+)/gmu)?.length ?? 0}`)
    await search.getByRole('button', { name: 'Replace', exact: true }).click()
    await search.getByRole('textbox', { name: 'Replace with' }).fill('$2 $1')
    await search.getByRole('textbox', { name: 'Replace with' }).press('Enter')
    await page.keyboard.press('Escape')
    const swapped = before.replace(/^(\w+) (\w+)/u, '$2 $1')
    expect(swapped).not.toBe(before)
    await studio.saved()
    expect(textsOf(await storedTranscript(dataFolder, recording)).join('\n')).toBe(swapped)
  },
)

test('the place to be replaced next is in sight, in the text and in the preview', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const search = page.getByRole('search', { name: 'Find and replace' })
  const preview = page.getByRole('complementary', { name: 'Preview' })
  const late = textsOf(await storedTranscript(dataFolder, recording))[200]?.slice(0, 40) ?? ''
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+h')
  await search.getByRole('textbox', { name: 'Find' }).fill(late)
  const line = studio.lines.filter({ hasText: late }).first()
  await expect(line).toBeInViewport()
  await search.getByRole('textbox', { name: 'Replace with' }).fill('zz')
  await expect(preview.locator('[aria-current]')).toBeInViewport()
})

test('a regular expression that would never end is ended after a second, and the page goes on meanwhile', async ({
  visit,
}) => {
  const page = await visit()
  await openText(page, recording)
  await page.keyboard.press('Control+f')
  const search = page.getByRole('search', { name: 'Find and replace' })
  await search.getByRole('button', { name: 'Regular expression' }).click()
  const field = search.getByRole('textbox', { name: 'Find' })
  await field.fill('(?:[a-z ]+)*[a-z ]*#')
  await expect(search.getByRole('status')).toHaveText(
    'Too slow: stopped after a second. Simplify the expression.',
  )
  await field.fill(String.raw`\bth(e|at)\b`)
  await expect(search.getByRole('status')).toHaveText(/^1 of [\d,]+$/u)
})
