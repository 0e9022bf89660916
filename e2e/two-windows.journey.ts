import { storedTranscript, textsOf } from './support/stored-transcript.ts'
import { openText, type StudioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('two windows and another browser write at once, see each other live and lose nothing', async ({
  visit,
  host,
  browser,
  dataFolder,
}) => {
  const one = await openText(await visit(), recording)
  const two = await openText(await visit(), recording)
  const elsewhere = await browser.newContext()
  const foreign = await elsewhere.newPage()
  await foreign.goto(host.address)
  const three = await openText(foreign, recording)
  const all = [one, two, three]
  const before = await one.texts()

  await test.step('what one types the others see', async () => {
    await one.toLine(one.lines.nth(0))
    await one.page.keyboard.type('Seen live. ')
    for (const studio of [two, three])
      await expect(studio.lines.first()).toHaveText(`Seen live. ${before[0]}`)
  })

  await test.step('in different paragraphs, all three at once', async () => {
    await two.toLine(two.lines.nth(3))
    await three.toLine(three.lines.nth(5))
    await one.toLine(one.lines.nth(4))
    await Promise.all([
      one.page.keyboard.type('The first window writes on. '),
      two.page.keyboard.type('The second one does so too. '),
      three.page.keyboard.type('And so does somebody else. '),
    ])
    const after = before
      .with(0, `Seen live. ${before[0]}`)
      .with(4, `The first window writes on. ${before[4]}`)
      .with(3, `The second one does so too. ${before[3]}`)
      .with(5, `And so does somebody else. ${before[5]}`)
    for (const studio of all) await expect.poll(() => studio.texts()).toEqual(after)
    expect(await stored(dataFolder, all)).toEqual(after)
  })

  await test.step('in one paragraph, at its two ends and in its middle', async () => {
    const line = before[6] ?? ''
    await one.toLine(one.lines.nth(6))
    await two.toEnd(two.lines.nth(6))
    await three.toLine(three.lines.nth(6))
    await three.page.keyboard.press('Control+ArrowRight')
    await three.page.keyboard.press('Control+ArrowRight')
    await Promise.all([
      one.page.keyboard.type('At its beginning. '),
      two.page.keyboard.type(' At its very end.'),
      three.page.keyboard.type(' in the middle of it all'),
    ])
    const [first, second, ...rest] = line.split(' ')
    const said = `At its beginning. ${first} ${second} in the middle of it all ${rest.join(' ')} At its very end.`
    for (const studio of all) await expect.poll(() => studio.lines.nth(6).innerText()).toBe(said)
    expect((await stored(dataFolder, all))[6]).toBe(said)
  })

  await test.step('at the very same place no letter is lost', async () => {
    for (const studio of all) await studio.toLine(studio.lines.nth(8))
    await Promise.all([
      one.page.keyboard.type('aaaaaaaaaaaaaaaaaaaa'),
      two.page.keyboard.type('qqqqqqqqqqqqqqqqqqqq'),
      three.page.keyboard.type('zzzzzzzzzzzzzzzzzzzz'),
    ])
    const [, , , , , , , , said = ''] = await stored(dataFolder, all)
    const typed = said.slice(0, -(before[8] ?? '').length)
    for (const letter of 'aqz') expect(typed.split(letter)).toHaveLength(21)
    expect(typed).toHaveLength(60)
    for (const studio of all) await expect.poll(() => studio.lines.nth(8).innerText()).toBe(said)
  })

  await test.step('undo is one for all', async () => {
    await foreign.close()
    await elsewhere.close()
    const texts = await one.texts()
    await two.toLine(two.lines.nth(7))
    await two.page.keyboard.type('Oh. ')
    await expect(one.lines.nth(7)).toHaveText(/^Oh\. /u)
    await expect(one.undo).toBeEnabled()
    await one.transcript.focus()
    await one.page.keyboard.press('Control+z')
    for (const studio of [one, two]) await expect.poll(() => studio.texts()).toEqual(texts)
    await two.transcript.focus()
    await two.page.keyboard.press('Control+y')
    await expect(one.lines.nth(7)).toHaveText(/^Oh\. /u)
    await two.undoAll()
    for (const studio of [one, two]) await expect.poll(() => studio.texts()).toEqual(before)
    await expect(one.undo).toBeDisabled()
  })
})

test('one window splits and joins the paragraph in which the other writes on', async ({
  visit,
  dataFolder,
}) => {
  const one = await openText(await visit(), recording)
  const two = await openText(await visit(), recording)
  const both = [one, two]
  const before = await one.texts()
  const [, said = ''] = before

  await two.toEnd(two.lines.nth(1))
  await one.toLine(one.lines.nth(1))
  await one.page.keyboard.press('Control+ArrowRight')
  await Promise.all([one.page.keyboard.press('Enter'), two.page.keyboard.type(' Indeed, yes.')])
  const head = said.slice(0, said.indexOf(' '))
  const tail = `${said.slice(head.length + 1)} Indeed, yes.`
  const split = before.toSpliced(1, 1, head, tail)
  for (const studio of both) await expect.poll(() => studio.texts()).toEqual(split)
  await Promise.all([one.page.keyboard.press('Backspace'), two.page.keyboard.type(' And on.')])
  const joined = before.with(1, `${said} Indeed, yes. And on.`)
  for (const studio of both) await expect.poll(() => studio.texts()).toEqual(joined)
  await two.page.keyboard.type(' To its end.')
  const after = joined.with(1, `${joined[1]} To its end.`)
  for (const studio of both) await expect.poll(() => studio.texts()).toEqual(after)
  expect(await stored(dataFolder, both)).toEqual(after)
  await one.undoAll()
  for (const studio of both) await expect.poll(() => studio.texts()).toEqual(before)
})

/** The library's content once every window has sent everything. */
async function stored(dataFolder: string, studios: readonly StudioPage[]): Promise<string[]> {
  for (const studio of studios) await studio.saved()
  return textsOf(await storedTranscript(dataFolder, recording))
}
