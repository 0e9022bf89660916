import { formats } from '#core/formats/formats'
import { docxText, exportAs } from './support/exported-files.ts'
import { selectRight, studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'
import { typeInField } from './support/type-in-field.ts'

test(
  'the first start, the sample, corrections by keys, speakers, speaking time, files',
  { tag: '@main' },
  async ({ visit }) => {
    const page = await visit()
    const studio = studioPage(page)
    const { lines } = studio
    // Nothing covers the buttons, at any window size.
    for (const size of [
      { width: 1920, height: 700 },
      { width: 1280, height: 657 },
      { width: 800, height: 600 },
      { width: 1440, height: 900 },
    ]) {
      await page.setViewportSize(size)
      await page.getByRole('link', { name: 'Record', exact: true }).click({ trial: true })
    }
    await page.getByRole('button', { name: 'Open the sample' }).click()

    // So short that it may be done as soon as its first words appear; import.journey.ts tests growing text.
    await expect(lines.first()).toContainText(/\w+ \w+/u, { timeout: 150_000 })
    await expect(page.getByRole('main').getByRole('button', { name: 'Stop' })).toBeHidden({
      timeout: 150_000,
    })
    const before = await studio.texts()
    expect(before.length).toBeGreaterThan(5)
    expect(before.join(' ')).toMatch(/workshop .*bicycles .*repair tickets/iu)

    // A word is corrected by keys.
    await studio.toLine(lines.nth(1))
    const [word = ''] = before[1]?.split(' ') ?? []
    await selectRight(page, word.length)
    await page.keyboard.type('Kessler')
    const corrected = before.with(1, before[1]?.replace(word, 'Kessler') ?? '')
    await expect.poll(() => studio.texts()).toEqual(corrected)

    // Enter splits at the caret, Backspace joins again.
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Enter')
    await expect(lines).toHaveCount(before.length + 1)
    await expect(lines.nth(1)).toHaveText(/^Kessler/u)
    await page.keyboard.press('Backspace')
    await expect.poll(() => studio.texts()).toEqual(corrected)

    // The speaker gets a name, without the mouse.
    await page.keyboard.press('Control+i')
    const choice = page.getByRole('dialog', { name: 'Who is speaking?' })
    await expect(choice.getByRole('combobox')).toBeFocused()
    await tabTo(choice.getByRole('button', { name: 'Rename' }))
    await page.keyboard.press('Enter')
    await typeInField(page, 'Sam Ólafsson')
    await page.keyboard.press('Enter')
    await expect(choice).toBeHidden()
    await expect(page.getByRole('button', { name: /^Speaker: Sam Ólafsson/u }).first()).toBeVisible()
    await expect(studio.transcript).toBeFocused()

    // Speaking time shows the name, and its figures are those of the exported turns.
    await page.keyboard.press('Control+3')
    const row = page.getByRole('row', { name: /Sam Ólafsson/u })
    await expect(row).toBeVisible()
    const share = await row.getByRole('cell').nth(2).innerText()
    await page.keyboard.press('Control+1')
    await expect(lines.first()).toBeVisible()

    const srt = await exportAs(page, 'SubRip (SRT)')
    const vtt = await exportAs(page, 'WebVTT')
    const docx = await exportAs(page, 'Word (DOCX)')
    const json = await exportAs(page, 'Parolo (JSON)')
    expect(srt.name).toMatch(/\.srt$/u)
    const cues = formats.srt.read?.(srt.bytes.toString('utf8'))
    expect(cues?.corrections).toEqual([])
    expect(wordsOf(cues?.document.transcript.paragraphs ?? [])).toContain('Kessler')
    expect(vtt.bytes.toString('utf8')).toMatch(/^WEBVTT\n/u)
    expect(vtt.bytes.toString('utf8')).toContain('Sam Ólafsson')
    expect(formats.vtt.read?.(vtt.bytes.toString('utf8')).corrections).toEqual([])
    expect(docxText(docx.bytes)).toContain('Sam Ólafsson')
    for (const text of corrected) expect(docxText(docx.bytes)).toContain(text)
    const written = formats.json.read?.(json.bytes.toString('utf8')).document.transcript
    const texts = written?.paragraphs.map(({ words }) =>
      words.map(({ before: space, text }) => space + text).join(''),
    )
    expect(texts).toEqual(corrected)
    const sam = written?.speakers.find(({ name }) => name === 'Sam Ólafsson')
    expect(sam).toBeDefined()
    expect(share).toBe(`${shareOf(written?.turns ?? [], sam?.id ?? '').toFixed(1)}%`)

    // Everything is still there after reloading the page.
    await studio.saved()
    await page.reload()
    await expect.poll(() => studio.texts()).toEqual(corrected)
    await expect(page.getByRole('button', { name: /^Speaker: Sam Ólafsson/u }).first()).toBeVisible()

    // And everything can be undone.
    await studio.undoAll()
    await expect.poll(() => studio.texts()).toEqual(before)
    await expect(page.getByRole('button', { name: /Sam Ólafsson/u })).toHaveCount(0)

    async function tabTo(target: ReturnType<typeof choice.getByRole>): Promise<void> {
      for (let step = 0; step < 10; step += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return
        await page.keyboard.press('Tab')
      }
      await expect(target).toBeFocused()
    }
  },
)

interface Said {
  readonly words: readonly { readonly text: string }[]
}

function wordsOf(paragraphs: readonly Said[]): string {
  return paragraphs.flatMap(({ words }) => words.map(({ text }) => text)).join(' ')
}

interface Heard {
  readonly speakerId: string
  readonly startMs: number
  readonly endMs: number
}

/** In percent of everyone's; overlapping turns of one speaker count once. */
function shareOf(turns: readonly Heard[], speakerId: string): number {
  const heard = new Map<string, number>()
  const until = new Map<string, number>()
  for (const { speakerId: id, startMs, endMs } of turns.toSorted((a, b) => a.startMs - b.startMs)) {
    const from = Math.max(startMs, until.get(id) ?? 0)
    heard.set(id, (heard.get(id) ?? 0) + Math.max(0, endMs - from))
    until.set(id, Math.max(endMs, until.get(id) ?? 0))
  }
  const all = [...heard.values()].reduce((sum, ms) => sum + ms, 0)
  return ((heard.get(speakerId) ?? 0) / all) * 100
}
