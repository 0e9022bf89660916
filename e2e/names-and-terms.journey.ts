import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { conversation, paragraph, saidWords } from '../core/edits/testing/samples.ts'
import { json } from '../core/formats/json/json.ts'
import { exportAs } from './support/exported-files.ts'
import { dropFiles } from './support/give-files.ts'
import { chooseInMenu } from './support/library-page.ts'
import { chooseMore, studioPage, type StudioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

const title = 'The village meeting'
const said = [
  'Um, so we asked Kondo about it, and he came at ten thirty.',
  'Then Kondo said that fifty percent of them had left',
  'We thanked Kondo for it.',
]

/** A transcript with these recognized words, without its sound, as exported by another computer. */
async function openTalk(page: Page, folder: string): Promise<StudioPage> {
  const file = path.join(folder, 'meeting.parolo.json')
  const transcript = {
    ...conversation([]),
    paragraphs: said.map((text, index) =>
      paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 12_000)),
    ),
  }
  const recording = { title, fileName: 'meeting.opus', durationMs: 60_000, sha256: 'ab'.repeat(32) }
  await writeFile(file, json.write?.({ recording, transcript }, { speakerLabel: String }).text ?? '')
  await dropFiles(page, [file])
  await expect(page).toHaveURL(/#\/recording\//u)
  const studio = studioPage(page)
  await expect(studio.lines.nth(2)).toHaveText(/thanked/u)
  return studio
}

test('a term typed before is offered in the list to check, accepted by a key, and the same words elsewhere are corrected with another', async ({
  visit,
  folder,
}) => {
  const page = await visit()
  await openTalk(page, folder)
  await page.goto(page.url().replace(/#.*$/u, '#/'))
  await chooseInMenu(page, title, 'More', 'Names and terms…')
  const dialog = page.getByRole('dialog', { name: 'Names and terms' })
  await dialog.getByRole('textbox', { name: 'Terms, one a line' }).fill('Okonjo = kondo')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('status')).toHaveText('1 term · Saved')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: title, exact: true }).click()
  const studio = studioPage(page)
  await studio.toLine(studio.lines.nth(0))
  await page.keyboard.press('F8')
  const open = page.getByRole('listitem', { name: /^To check: .*Kondo/u })
  await expect(open).toBeFocused()
  await expect(open.getByRole('button', { name: /^Take “Okonjo”/u })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(studio.lines.filter({ hasText: 'Okonjo' })).toHaveCount(1)

  // One line, one key; nothing before it.
  const offer = page.getByRole('status', { name: 'The same words elsewhere' })
  await expect(offer).toContainText('“Kondo” was recognized 2 more times. Change them to “Okonjo” too?')
  await page.keyboard.press('Alt+g')
  await expect(studio.lines.filter({ hasText: 'Okonjo' })).toHaveCount(3)
  await expect(offer).toHaveCount(0)
  await expect(page.getByText('2 more places corrected')).toBeVisible()

  // One step each: the others, then the first.
  await studio.undo.click()
  await expect(studio.lines.filter({ hasText: 'Okonjo' })).toHaveCount(1)
  await studio.undo.click()
  await expect.poll(() => studio.texts()).toEqual(said)
})

test('what is typed over a word is offered for the others once the word is left, and not again once it was declined', async ({
  visit,
  folder,
}) => {
  const page = await visit()
  const studio = await openTalk(page, folder)
  const offer = page.getByRole('status', { name: 'The same words elsewhere' })
  await studio.clickWord(studio.lines.nth(2), 'Kondo')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.type('Okonjo')
  await page.waitForTimeout(400)
  await expect(offer).toHaveCount(0)
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(offer).toContainText('“Kondo” was recognized 2 more times.')
  await offer.getByRole('button', { name: 'No', exact: true }).click()
  await expect(offer).toHaveCount(0)
  await expect(studio.transcript).toBeFocused()

  // In a caption as in the text; the word corrected there is a person's, and stays.
  await page.keyboard.press('Control+2')
  const captions = page.getByRole('region', { name: 'Captions' })
  await captions.locator('[data-cue]').filter({ hasText: 'Then Kondo' }).click()
  const field = captions.getByRole('textbox').first()
  await field.evaluate((element: HTMLTextAreaElement) => {
    const at = element.value.indexOf('Kondo')
    element.setSelectionRange(at, at + 'Kondo'.length)
  })
  await page.keyboard.type('Okoro')
  // From its first line to its second, then to the next caption.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(offer).toContainText('“Kondo” was recognized once more. Change it to “Okoro” too?')
  await page.keyboard.press('Alt+g')
  await expect(captions.locator('[data-cue]').first()).toContainText('Okoro')
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+1')
  await expect(studio.lines.filter({ hasText: 'Okoro' })).toHaveCount(2)
  await expect(studio.lines.filter({ hasText: 'Okonjo' })).toHaveCount(1)
})

test('fillers are hidden and numbers in digits, in captions and files; the text keeps what was said', async ({
  visit,
  folder,
}) => {
  const page = await visit()
  const studio = await openTalk(page, folder)
  await chooseMore(page, /^Hide fillers/u)
  await chooseMore(page, /^Write numbers, dates, times and units in digits/u)
  expect(await studio.texts()).toEqual(said)
  await expect(studio.transcript.locator('.parolo-filler')).toHaveText(['Um,'])
  await expect(studio.transcript.locator('.parolo-number')).toHaveText(['ten thirty.', 'fifty percent'])
  await expect(studio.transcript.locator('.parolo-number').first()).toHaveAttribute(
    'title',
    'In captions and exports: 10:30.',
  )

  await page.keyboard.press('Control+2')
  const captions = page.getByRole('region', { name: 'Captions' })
  await expect(captions.locator('[data-cue]').first()).toContainText('So we asked Kondo')
  await expect(captions).toContainText('10:30.')
  await expect(captions).toContainText('50% of them')
  await expect(captions).not.toContainText('Um,')
  const srt = (await exportAs(page, 'SubRip (SRT)')).bytes.toString('utf8').replaceAll(/\s+/gu, ' ')
  const txt = (await exportAs(page, 'Markdown')).bytes.toString('utf8').replaceAll(/\s+/gu, ' ')
  for (const text of [srt, txt]) {
    expect(text).toContain('So we asked Kondo about it, and he came at 10:30.')
    expect(text).toContain('50% of them')
    expect(text).not.toMatch(/Um,|fifty|thirty/u)
  }
  // A single place stays as spoken: by a key at the caret, or with the selection bar.
  await page.keyboard.press('Control+1')
  await studio.clickWord(studio.lines.nth(1), 'fifty')
  await page.keyboard.press('Alt+j')
  await expect(studio.transcript.locator('.parolo-number')).toHaveText(['ten thirty.'])
  await page.keyboard.press('Control+2')
  await expect(captions).toContainText('fifty percent')
  await expect(captions).toContainText('10:30.')
  await page.keyboard.press('Control+1')
  await studio.toLine(studio.lines.nth(0))
  await page.keyboard.press('Control+Shift+ArrowRight')
  const bar = page.getByRole('toolbar', { name: 'Selection' })
  await bar.getByRole('button', { name: 'As spoken' }).click()
  await expect(studio.transcript.locator('.parolo-filler')).toHaveCount(0)
  await expect(bar.getByRole('button', { name: 'As spoken' })).toHaveAttribute('aria-pressed', 'true')

  // One step each.
  await studio.undo.click()
  await expect(studio.transcript.locator('.parolo-filler')).toHaveText(['Um,'])
  await studio.undo.click()
  await expect(studio.transcript.locator('.parolo-number')).toHaveCount(2)
  await studio.undo.click()
  await expect(studio.transcript.locator('.parolo-number')).toHaveCount(0)
  await studio.undo.click()
  await expect(studio.transcript.locator('.parolo-filler')).toHaveCount(0)
  await expect(studio.undo).toBeDisabled()
})

test('a full stop that is typed gives the next word its capital, in the text and in a caption, in one step', async ({
  visit,
  folder,
}) => {
  const page = await visit()
  const studio = await openTalk(page, folder)
  await studio.clickWord(studio.lines.nth(1), 'that')
  await page.keyboard.press('Control+ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('.')
  await expect(studio.lines.nth(1)).toHaveText('Then Kondo said. That fifty percent of them had left')
  await page.keyboard.press('Backspace')
  await expect(studio.lines.nth(1)).toHaveText(said[1] ?? '')
  await page.keyboard.type('.')
  await page.waitForTimeout(1_100)
  await studio.undo.click()
  await expect(studio.lines.nth(1)).toHaveText(said[1] ?? '')

  await page.keyboard.press('Control+2')
  const cue = page
    .getByRole('region', { name: 'Captions' })
    .locator('[data-cue]')
    .filter({ hasText: 'of them' })
  await cue.click()
  const field = page.getByRole('region', { name: 'Captions' }).getByRole('textbox').first()
  const before = await field.inputValue()
  const at = before.indexOf('them had') + 'them'.length
  await field.evaluate((element: HTMLTextAreaElement, place) => element.setSelectionRange(place, place), at)
  await page.keyboard.type('.')
  await expect(field).toHaveValue(`${before.slice(0, at)}. Had${before.slice(at + ' had'.length)}`)
  await page.keyboard.press('Backspace')
  await expect(field).toHaveValue(before)
})
