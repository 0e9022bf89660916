import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { formats } from '#core/formats/formats'
import {
  docxText,
  downloadedBy,
  exportAs,
  formatRow,
  showFormat,
  tickFormat,
  zipEntries,
} from './support/exported-files.ts'
import { parolo } from './support/libraries.ts'
import { chooseInMenu, rowOf } from './support/library-page.ts'
import { chooseMore, openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('several formats of one text are one archive, each as it is alone', async ({ visit }) => {
  const page = await visit()
  await openText(page, recording)
  const alone = await exportAs(page, 'SubRip (SRT)')
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  // The text begins with what was saved last from it.
  await expect(await formatRow(dialog, 'SubRip (SRT)')).toBeChecked()
  await tickFormat(dialog, 'WebVTT')
  await tickFormat(dialog, 'Word (DOCX)')
  await showFormat(dialog, 'Word (DOCX)')
  await dialog.getByRole('checkbox', { name: /^Cover page/u }).check({ force: true })
  await dialog.getByRole('textbox', { name: 'File name' }).fill('Réunion')
  const save = dialog.getByRole('button', { name: 'Save 3 files' })
  await expect(save).toBeEnabled()
  const archive = await downloadedBy(page, () => save.click())
  await expect(dialog).toBeHidden()
  await expect(page.getByText('“Réunion.zip” saved.')).toBeVisible()

  expect(archive.name).toBe('Réunion.zip')
  const entries = zipEntries(archive.bytes)
  expect([...entries.keys()]).toEqual(['Réunion.docx', 'Réunion.vtt', 'Réunion.srt'])
  expect(entries.get('Réunion.srt')?.equals(alone.bytes)).toBe(true)
  expect(formats.vtt.read?.(textOf(entries, 'Réunion.vtt')).corrections).toEqual([])
  const lines = docxText(entries.get('Réunion.docx') ?? Buffer.of()).split('\n')
  expect(lines[0]).toBe(recording)
  expect(lines[1]).toMatch(/^\d+ [A-Z][a-z]+ \d{4} · conversation-en\.opus · length 0:00:47 · 2 speakers/u)
  expect(lines.slice(2, 6)).toEqual(['Speaking time', 'Speaker', 'Time', 'Share'])
})

test('recordings that are selected are exported together; those without text are named', async ({
  visit,
  dataFolder,
  folder,
}) => {
  await addSecond(dataFolder, folder)
  const page = await visit()
  for (const title of [recording, 'A second talk']) {
    const row = rowOf(page, title)
    await row.hover()
    await row.getByRole('checkbox', { name: `Select “${title}”` }).check({ force: true })
  }
  await expect(page.getByText('2 recordings selected')).toBeVisible()
  await page
    .getByRole('toolbar', { name: 'Selected recordings' })
    .getByRole('button', { name: 'Export…' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Export 2 recordings' })
  await (await formatRow(dialog, 'Word (DOCX)')).click()
  for (const format of ['WebVTT', 'Text']) await (await formatRow(dialog, format)).click()
  await dialog.getByRole('checkbox', { name: 'Times' }).uncheck({ force: true })
  const save = dialog.getByRole('button', { name: 'Save 4 files' })
  const archive = await downloadedBy(page, () => save.click())
  await expect(dialog).toBeHidden()
  expect(archive.name).toBe('Parolo - 2 recordings.zip')
  const entries = zipEntries(archive.bytes)
  expect([...entries.keys()]).toEqual([
    'conversation-en.txt',
    'conversation-en.vtt',
    'A second talk.txt',
    'A second talk.vtt',
  ])
  const text = textOf(entries, 'A second talk.txt')
  expect(text).toBe(textOf(entries, 'conversation-en.txt'))
  expect(text).toMatch(/^Speaker 1\n\S/u)

  // The selection stays until it is cleared.
  await page.keyboard.press('Escape')
  await expect(page.getByText('2 recordings selected')).toBeHidden()

  // A single one, from its row, is saved as a plain file.
  await chooseInMenu(page, 'A second talk', 'Export…')
  const one = page.getByRole('dialog', { name: 'Export “A second talk”' })
  // The same formats as before.
  await (await formatRow(one, 'Text')).click()
  const file = await downloadedBy(page, () => one.getByRole('button', { name: 'Save 1 file' }).click())
  expect(file.name).toBe('A second talk.vtt')
  expect(file.bytes.equals(entries.get('A second talk.vtt') ?? Buffer.of())).toBe(true)
})

test('what is copied over several paragraphs says who speaks, and when if that is chosen', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const [first = '', second = ''] = await studio.texts()
  const [nora = '', other = ''] = await studio.speakers()
  expect(nora).not.toBe(other)

  // Within one paragraph: unchanged.
  await studio.toLine(studio.lines.nth(0))
  await page.keyboard.press('Shift+Control+ArrowRight')
  await page.keyboard.press('Control+c')
  expect(first.startsWith((await clipboard(page)).trim())).toBe(true)

  await selectTwo(page)
  await page.keyboard.press('Control+c')
  const withNames = `${nora}: ${first.trim()}\n${other}: ${second.trim()}`
  expect(await clipboard(page)).toBe(withNames)

  // The button next to the selection copies the same, also when pressed by keys.
  await page.evaluate(() => navigator.clipboard.writeText(''))
  const copy = page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Copy' })
  await copy.click()
  await expect.poll(() => clipboard(page)).toBe(withNames)
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await copy.press('Enter')
  await expect.poll(() => clipboard(page)).toBe(withNames)

  // The plain reading view copies the same.
  await chooseMore(page, 'Reading view')
  const read = page.getByRole('article')
  await expect(read.getByText(second.trim())).toBeVisible()
  await selectBetween(read, first.trim(), second.trim())
  await page.keyboard.press('Control+c')
  expect(await clipboard(page)).toBe(withNames)
  await page.evaluate(() => window.getSelection()?.removeAllRanges())
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  expect(await clipboard(page)).toMatch(new RegExp(`^${nora}: [^\\n]*\\n${other}: .*\\n${nora}: `, 'su'))
  expect(await clipboard(page)).not.toContain('Back to editing')
  await page.getByRole('button', { name: 'Back to editing' }).click()

  await page.goto(`${page.url().split('#')[0]}#/settings/look`)
  await page.getByText('Times in copied text', { exact: true }).scrollIntoViewIfNeeded()
  await page.getByRole('switch', { name: 'Times in copied text' }).press('Space')
  await page.goBack()
  await studio.toLine(studio.lines.nth(0))
  await selectTwo(page)
  await page.keyboard.press('Control+c')
  expect(await clipboard(page)).toMatch(/^\[0:0\d\] Speaker 1: .*\n\[0:\d\d\] Speaker 2: /u)

  async function selectTwo(on: Page): Promise<void> {
    await studio.toLine(studio.lines.nth(0))
    await on.keyboard.down('Shift')
    await studio.lines.nth(1).click({ position: { x: 4, y: 10 } })
    await on.keyboard.press('End')
    await on.keyboard.press('End')
    await on.keyboard.up('Shift')
  }
})

/** From the start of one paragraph to the end of another. */
async function selectBetween(view: Locator, first: string, last: string): Promise<void> {
  await view.evaluate(
    (article, texts) => {
      const [from, to] = texts.map((text) =>
        [...article.querySelectorAll('p')].find((each) => each.textContent.trim() === text),
      )
      if (from === undefined || to === undefined) throw new Error('these paragraphs are not shown')
      const range = document.createRange()
      range.setStart(from, 0)
      range.setEnd(to, to.childNodes.length)
      const selection = window.getSelection()
      selection?.removeAllRanges()
      selection?.addRange(range)
    },
    [first, last],
  )
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

function textOf(entries: ReadonlyMap<string, Buffer>, name: string): string {
  return entries.get(name)?.toString('utf8') ?? ''
}

/** The sample's text once more, as that of another recording. */
async function addSecond(dataFolder: string, folder: string): Promise<void> {
  await parolo(dataFolder, ['export', recording, '--format', 'json', '--out', folder])
  const given = await readFile(path.join(folder, `${recording}.parolo.json`), 'utf8')
  const document = JSON.parse(given) as { recording: object }
  const other = { title: 'A second talk', fileName: 'second.opus', sha256: 'ab'.repeat(32) }
  const file = path.join(folder, 'second.parolo.json')
  await writeFile(file, JSON.stringify({ ...document, recording: { ...document.recording, ...other } }))
  await parolo(dataFolder, ['add', file])
}
