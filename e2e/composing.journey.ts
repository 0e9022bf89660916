import { inputMethod } from './support/input-method.ts'
import { untilLit } from './support/lit-word.ts'
import { storedTranscript, textsOf } from './support/stored-transcript.ts'
import { openText, selectRight } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('what an input method composes goes in once, is one step of undo, and leaves other text alone', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const { lines } = studio
  const before = await studio.texts()
  const method = await inputMethod(page)

  // In the middle of a paragraph.
  await studio.toLine(lines.nth(3))
  await page.keyboard.press('Control+ArrowRight')
  const [head = '', ...rest] = before[3]?.split(' ') ?? []
  const withMiddle = (text: string) => before.with(3, [head + text, ...rest].join(' '))
  for (const composed of ['に', 'にほ', 'にほん', '日本']) {
    await method.compose(composed)
    await expect.poll(() => studio.texts()).toEqual(withMiddle(composed))
  }
  await method.commit('日本')
  await expect.poll(() => studio.texts()).toEqual(withMiddle('日本'))
  await studio.saved()
  expect(textsOf(await storedTranscript(dataFolder, recording))).toEqual(withMiddle('日本'))
  await page.keyboard.press('Control+z')
  await expect.poll(() => studio.texts()).toEqual(before)
  await expect(studio.undo).toBeDisabled()
  await page.keyboard.press('Control+y')
  await expect.poll(() => studio.texts()).toEqual(withMiddle('日本'))

  // Replacing selected words, and cancelled halfway.
  await studio.toLine(lines.nth(1))
  await selectRight(page, 4)
  await method.compose('z')
  await method.compose('zhe')
  await method.commit('这')
  const selected = withMiddle('日本').with(1, `这${before[1]?.slice(4)}`)
  await expect.poll(() => studio.texts()).toEqual(selected)
  await method.compose('g')
  await method.compose('')
  await expect.poll(() => studio.texts()).toEqual(selected)

  // In a new paragraph, its first letters.
  await studio.toEnd(lines.nth(1))
  await page.keyboard.press('Enter')
  await method.compose('は')
  await method.compose('はい')
  await method.commit('はい')
  const withNew = selected.toSpliced(2, 0, 'はい')
  await expect.poll(() => studio.texts()).toEqual(withNew)
  await page.keyboard.type('!')
  await expect.poll(() => studio.texts()).toEqual(withNew.with(2, 'はい!'))
  await studio.saved()
  expect(textsOf(await storedTranscript(dataFolder, recording))).toEqual(withNew.with(2, 'はい!'))

  await studio.undoAll()
  await expect.poll(() => studio.texts()).toEqual(before)
})

test('dead keys make one letter, of either kind', async ({ visit, dataFolder }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = await studio.texts()
  const method = await inputMethod(page)
  await studio.toLine(studio.lines.nth(4))
  await method.deadKey('^', 'ê')
  await page.keyboard.type('tre ')
  await method.silentDeadKey('ñ')
  await page.keyboard.type('andu ')
  const after = before.with(4, `être ñandu ${before[4]}`)
  await expect.poll(() => studio.texts()).toEqual(after)
  await studio.saved()
  expect(textsOf(await storedTranscript(dataFolder, recording))).toEqual(after)
  await studio.undoAll()
  await expect.poll(() => studio.texts()).toEqual(before)
})

test('composing goes on undisturbed while the sound passes the line and another window writes', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = await studio.texts()
  const other = await openText(await visit(), recording)
  const method = await inputMethod(page)

  // The short line: it is played while letters are composed in it.
  await page.bringToFront()
  await studio.toLine(studio.lines.nth(2))
  // At half the speed: the line takes two seconds, which a busy machine may miss.
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('F3')
  await expect(page.getByRole('button', { name: 'Speed 0.5' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await method.compose('に')
  await untilLit(page, (before[2] ?? '').split(/\s+/u))
  await method.compose('にほ')
  await other.toLine(other.lines.nth(0))
  await other.page.keyboard.type('Above. ')
  await other.toLine(other.lines.nth(6))
  await other.page.keyboard.type('Below. ')
  await expect(studio.lines.nth(0)).toHaveText(/^Above\. /u)
  await expect(studio.lines.nth(6)).toHaveText(/^Below\. /u)
  // Text typed by the other window into the same paragraph waits until the letters are committed.
  await other.toEnd(other.lines.nth(2))
  await other.page.keyboard.type(' Beside.')
  await other.saved()
  await expect(studio.lines.nth(2)).toHaveText(`にほ${before[2]}`)
  await method.compose('日本')
  await expect(studio.lines.nth(2)).toHaveText(`日本${before[2]}`)
  await method.commit('日本 ')
  await page.keyboard.press('Escape')
  const after = before
    .with(0, `Above. ${before[0]}`)
    .with(2, `日本 ${before[2]} Beside.`)
    .with(6, `Below. ${before[6]}`)
  await expect.poll(() => studio.texts()).toEqual(after)
  await expect.poll(() => other.texts()).toEqual(after)
  await studio.saved()
  expect(textsOf(await storedTranscript(dataFolder, recording))).toEqual(after)
})
