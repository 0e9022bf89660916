import type { Page } from '@playwright/test'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { storedTranscript, textsOf } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

const sample = 'conversation-en'
const hour = 'An hour'

test.describe('in a short text', () => {
  test.use({ library: 'sample' })

  test('5,000 pasted words are all there, in paragraphs as they had lines, and one undo takes them back', async ({
    visit,
    dataFolder,
  }) => {
    const page = await visit()
    const studio = await openText(page, sample)
    const before = await studio.texts()
    const pasted = Array.from({ length: 50 }, (_, line) =>
      Array.from({ length: 100 }, (_word, word) => `w${line}x${word}`).join(' '),
    )
    await toClipboard(page, pasted.join('\n'))
    // In the middle of a paragraph: the text before and after continues in the first and the last line.
    await studio.toLine(studio.lines.nth(3))
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Control+v')
    const { [3]: cut = '' } = before
    const head = cut.slice(0, cut.indexOf(' '))
    const after = before.toSpliced(
      3,
      1,
      head + pasted[0],
      ...pasted.slice(1, -1),
      `${pasted.at(-1)}${cut.slice(head.length)}`,
    )
    await studio.saved()
    const stored = await storedTranscript(dataFolder, sample)
    expect(textsOf(stored)).toEqual(after)
    expect(await studio.copyAll()).toBe(after.join('\n'))
    await page.keyboard.press('Control+z')
    await expect.poll(() => studio.texts()).toEqual(before)
    await expect(studio.undo).toBeDisabled()
    await page.keyboard.press('Control+y')
    // While the studio is asked to redo it, nothing is unsaved.
    await expect.poll(async () => textsOf(await storedTranscript(dataFolder, sample))).toEqual(after)
  })

  test('20,000 pasted lines are all there, with what was typed meanwhile; one undo takes them back', async ({
    visit,
    dataFolder,
  }) => {
    // On a busy machine storing them takes a while.
    const patient = { timeout: 150_000 }
    const page = await visit()
    const studio = await openText(page, sample)
    const status = page.getByRole('banner').getByRole('status')
    const before = await studio.texts()
    const pasted = Array.from({ length: 20_000 }, (_, line) => `Line ${line} of the paste.`)
    await toClipboard(page, pasted.join('\n'))
    await studio.toLine(studio.lines.nth(3))
    await page.keyboard.press('Control+ArrowRight')
    const { [3]: cut = '' } = before
    const head = cut.slice(0, cut.indexOf(' '))
    await page.keyboard.press('Control+v')
    // While the lines are still being inserted.
    await page.keyboard.insertText(' And typed.')
    const after = before.toSpliced(
      3,
      1,
      head + pasted[0],
      ...pasted.slice(1, -1),
      `${pasted.at(-1)} And typed.${cut.slice(head.length)}`,
    )
    await expect(status).toHaveText('Saved', patient)
    expect(textsOf(await storedTranscript(dataFolder, sample))).toEqual(after)
    await expect(studio.lines.filter({ hasText: 'And typed.' })).toBeInViewport()
    await expect(page.getByText(/set aside/u)).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect.poll(() => studio.texts(), patient).toEqual(before)
    await expect(studio.undo).toBeDisabled()
    await page.keyboard.press('Control+y')
    await expect(studio.undo).toBeEnabled(patient)
    await expect(status).toHaveText('Saved', patient)
    await page.reload()
    await expect(studio.lines.first()).toHaveText(/\w/u, patient)
    await studio.toLine(studio.lines.nth(1))
    expect(await studio.copyAll()).toBe(after.join('\n'))
  })

  test('blank lines and foreign line ends make no empty paragraphs', async ({ visit, dataFolder }) => {
    const page = await visit()
    const studio = await openText(page, sample)
    const before = await studio.texts()
    await toClipboard(page, 'One.\r\n\r\n\r\nTwo.\r\n\tThree.  \r\n')
    await studio.toLine(studio.lines.nth(4))
    await page.keyboard.press('Control+v')
    await studio.toLine(studio.lines.nth(0))
    await studio.saved()
    const texts = textsOf(await storedTranscript(dataFolder, sample)).map((text) => text.trim())
    expect(texts).toEqual(before.toSpliced(4, 0, 'One.', 'Two.', 'Three.'))
    await studio.undoAll()
    await expect.poll(() => studio.texts()).toEqual(before)
  })

  // For plain text the browser does not provide custom types.
  for (const paste of ['Control+v', 'Control+Shift+v']) {
    test(`what is cut across paragraphs comes back by ${paste}`, async ({ visit, dataFolder }) => {
      const page = await visit()
      const studio = await openText(page, sample)
      const before = await studio.texts()
      const speakers = await studio.speakers()
      await studio.toLine(studio.lines.nth(1))
      await page.keyboard.press('Control+ArrowRight')
      await page.keyboard.press('Control+ArrowRight')
      // With the mouse, to the middle of a later paragraph.
      const end = await studio.lines.nth(4).boundingBox()
      await page.keyboard.down('Shift')
      await page.mouse.click((end?.x ?? 0) + 60, (end?.y ?? 0) + 10)
      await page.keyboard.up('Shift')
      await page.keyboard.press('Control+x')
      await expect(studio.lines).toHaveCount(before.length - 3)
      // Other programs get the speakers too; pasted here it is the text alone.
      const cut = await page.evaluate(() => navigator.clipboard.readText())
      expect(cut.split('\n')).toHaveLength(4)
      expect(cut.split('\n')[1]).toBe(`${speakers[2]}: ${before[2]}`)
      await page.keyboard.press(paste)
      await expect.poll(() => studio.texts()).toEqual(before)
      await studio.saved()
      expect(textsOf(await storedTranscript(dataFolder, sample))).toEqual(before)
      await page.keyboard.press('Control+z')
      await page.keyboard.press('Control+z')
      await expect(studio.undo).toBeDisabled()
      await expect.poll(() => studio.texts()).toEqual(before)
    })
  }
})

test.describe('in an hour', () => {
  test.use({ library: 'hour' })

  test('select all and copy give the whole text; all deleted comes back by one undo', async ({
    visit,
    dataFolder,
  }) => {
    const page = await visit()
    const studio = await openText(page, hour)
    const stored = await storedTranscript(dataFolder, hour)
    const whole = textsOf(stored).join('\n')
    await studio.toLine(studio.lines.nth(1))
    expect(await studio.copyAll()).toBe(whole)
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(withNames(stored))
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect(studio.lines).toHaveText([''])
    await page.keyboard.press('Control+z')
    await expect(studio.lines.nth(3)).toBeVisible()
    expect(await studio.copyAll()).toBe(whole)
    await expect(studio.undo).toBeDisabled()
    await page.keyboard.press('Control+y')
    await expect(studio.lines).toHaveText([''])
    await page.keyboard.type('Anew.')
    await expect(studio.lines).toHaveText(['Anew.'])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(studio.lines.nth(3)).toBeVisible()
    expect(await studio.copyAll()).toBe(whole)
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('Once more.')
    await page.keyboard.press('Control+z')
    await expect(studio.lines.nth(3)).toBeVisible()
    await expect(studio.undo).toBeDisabled()
    await studio.saved()
    expect(textsOf(await storedTranscript(dataFolder, hour)).join('\n')).toBe(whole)
  })
})

/** Each paragraph on its own line, with the speaker wherever it changes. */
function withNames({ speakers, paragraphs }: Transcript): string {
  const names = new Map(speakers.map(({ id, name }, index) => [id, name ?? `Speaker ${index + 1}`]))
  return paragraphs
    .map((paragraph, index) => {
      const { speakerId } = paragraph
      const isSame = paragraphs[index - 1]?.speakerId === speakerId
      const name = speakerId === null || isSame ? '' : `${names.get(speakerId)}: `
      return `${name}${paragraphText(paragraph).trim()}`
    })
    .join('\n')
}

async function toClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate((written) => navigator.clipboard.writeText(written), text)
}
