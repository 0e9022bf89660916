import type { Page } from '@playwright/test'
import { docxText, downloadedBy, showFormat, tickFormat, zipEntries } from './support/exported-files.ts'
import { picture } from './support/picture.ts'
import { storedTranscript } from './support/stored-transcript.ts'
import { openText, type StudioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

/** Redacts everything that the speaker of the second paragraph says. */
async function redactSecondVoice(page: Page, studio: StudioPage): Promise<void> {
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.press('Control+i')
  const choice = page.getByRole('dialog', { name: /^Who speaks/u }).or(page.getByRole('dialog').first())
  await choice.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Redact all' }).click()
  await expect(page.getByText(/^“Speaker 2” is redacted in exports/u)).toBeVisible()
  // Escape is for the dialog, not for the menu that closes.
  await expect(choice.getByRole('button', { name: 'More' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/**
 * Words that only one of two voices says, in lower case; of six letters and more, as shorter ones occur in
 * the markup of files.
 */
function ownWords(of: readonly string[], others: readonly string[]): string[] {
  const words = (texts: readonly string[]): Set<string> =>
    new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}{6,}/gu) ?? []))
  const said = words(others)
  return [...words(of)].filter((word) => !said.has(word))
}

/** The texts, without spaces. */
const squeezed = (texts: readonly string[]): string => texts.join('').replaceAll(/\s/gu, '')

/** Which of these redacted words a text contains. */
const foundIn = (text: string, words: readonly string[]): string[] => {
  const there = new Set(text.toLowerCase().match(/\p{L}{6,}/gu) ?? [])
  return words.filter((word) => there.has(word))
}

/** All lines with their speakers; those of the second voice, and the words that only it says. */
async function secondVoice(studio: StudioPage) {
  const texts = await studio.texts()
  const speakers = await studio.speakers()
  const hidden = texts.filter((_, line) => speakers[line] === 'Speaker 2')
  const shown = texts.filter((text) => !hidden.includes(text))
  return { texts, speakers, hidden, words: ownWords(hidden, shown) }
}

test('a voice is redacted: marked in the text and its captions, a placeholder where it is copied, shown again by undo', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const { texts, hidden, words } = await secondVoice(studio)
  expect(words.length).toBeGreaterThan(8)
  await redactSecondVoice(page, studio)
  const redacted = page.locator('.parolo-redacted')
  // A doubt's mark splits it in two.
  const marked = async () => squeezed(await redacted.allInnerTexts())

  await test.step('in the text all its words are marked, and none of the others', async () => {
    await expect.poll(marked).toBe(squeezed(hidden))
    expect(await studio.texts()).toEqual(texts)
  })

  await test.step('what is copied has placeholders', async () => {
    // The focus returns from the closed choice.
    await expect(studio.transcript).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(copied).toContain('[redacted]')
    expect(foundIn(await copied(), words)).toEqual([])
    expect(await copied()).toContain(texts[0])
    await page.keyboard.press('ArrowRight')
  })

  await test.step('its captions say so, and the panel offers to show all again', async () => {
    await page.keyboard.press('Control+2')
    const rows = page.locator('[data-cue]')
    await expect(rows.first()).toBeVisible()
    const notes = page.getByText('Redacted: exports show “[redacted]” here.')
    await expect(notes.first()).toBeVisible()
    expect(await notes.count()).toBeLessThan(await rows.count())
    await picture(page, 't-redacted-voice-captions')
    await page.keyboard.press('Control+1')
    await studio.toLine(studio.lines.nth(1))
    await page.keyboard.press('Control+i')
    const again = page.getByRole('dialog').getByRole('button', { name: 'Show all again' })
    await expect(again).toHaveAttribute('aria-pressed', 'true')
    await picture(page, 't-redacted-voice')
    await page.keyboard.press('Escape')
  })

  await test.step('one key undoes it all', async () => {
    await studio.transcript.focus()
    await page.keyboard.press('Control+z')
    await expect(redacted).toHaveCount(0)
    await page.keyboard.press('Control+y')
    await expect.poll(marked).toBe(squeezed(hidden))
  })
})

test('the export dialog: no format has a redacted word, and the sound of the page is silent there', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const { speakers, words } = await secondVoice(studio)
  await redactSecondVoice(page, studio)
  await studio.saved()

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  const preview = dialog.getByRole('region', { name: 'Preview' })
  const paper = preview.frameLocator('iframe').locator('body')
  await expect(paper).toContainText('[redacted]')
  expect(foundIn(await paper.innerText(), words)).toEqual([])
  await showFormat(dialog, 'WebVTT')
  await expect(preview).toContainText('[redacted]')
  expect(foundIn(await preview.innerText(), words)).toEqual([])
  for (const format of ['SubRip (SRT)', 'Text', 'Word (DOCX)', 'Web page (HTML)', /^Parolo/u])
    await tickFormat(dialog, format)
  const save = dialog.getByRole('button', { name: 'Save 6 files' })
  await expect(save).toBeEnabled()
  const { bytes } = await downloadedBy(page, () => save.click())
  const entries = zipEntries(bytes)
  expect(entries.size).toBe(6)
  for (const [name, content] of entries) {
    const parts = name.endsWith('.docx')
      ? [...zipEntries(content).values()].map((part) => part.toString('utf8'))
      : [content.toString('utf8').replace(/base64,[\w+/=]+/u, '')]
    expect(foundIn(parts.join('\n'), words), name).toEqual([])
    const text = name.endsWith('.docx') ? docxText(content) : parts.join('\n')
    expect(text, name).toContain('[redacted]')
    expect(text, name).toContain('workshop')
  }

  const html = [...entries].find(([name]) => name.endsWith('.html'))?.[1].toString('utf8') ?? ''
  const sound = /data:audio\/webm;base64,[\w+/=]+/u.exec(html)?.[0] ?? ''
  const { paragraphs } = await storedTranscript(dataFolder, recording)
  const spans = paragraphs.flatMap(({ words: spoken }, line) =>
    spoken.map(({ startMs, endMs }) => ({ startMs, endMs, isHidden: speakers[line] === 'Speaker 2' })),
  )
  const peaks = await page.evaluate(loudestIn, { sound, spans })
  const heard = spans.map((span, index) => ({ ...span, peak: peaks[index] ?? 0 }))
  expect(heard.filter(({ isHidden, peak }) => isHidden && peak > 0.01)).toEqual([])
  // The other voice is audible, except where both speak at once.
  const others = heard.filter(({ isHidden }) => !isHidden)
  expect(others.filter(({ peak }) => peak > 0.05).length).toBeGreaterThan(others.length * 0.8)
})

/** Runs in the page: the maximum sample, 0–1, of each span of a sound. */
async function loudestIn({
  sound,
  spans,
}: {
  sound: string
  spans: readonly { startMs: number; endMs: number }[]
}): Promise<number[]> {
  const bytes = Uint8Array.from(
    atob(sound.slice(sound.indexOf(',') + 1)),
    (letter) => letter.codePointAt(0) ?? 0,
  )
  const decoded = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes.buffer)
  const samples = decoded.getChannelData(0)
  return spans.map(({ startMs, endMs }) => {
    let most = 0
    for (let at = Math.round(startMs * 16); at < endMs * 16; at += 1)
      most = Math.max(most, Math.abs(samples[at] ?? 0))
    return most
  })
}
