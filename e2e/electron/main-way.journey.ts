import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { formats } from '#core/formats/formats'
import { studioPage, selectRight } from '../support/studio-page.ts'
import { NEEDS_ELECTRON, type Program } from './program.ts'
import { expect, test } from './test.ts'
import { typeInField } from '../support/type-in-field.ts'
import { formatRow, showFormat, tickFormat } from '../support/exported-files.ts'

test(
  `in the window: sample, live text, corrections, speaker, undo from the menu, saved files, restart ${NEEDS_ELECTRON}`,
  { tag: '@main' },
  async ({ home, start }) => {
    const program = await start()
    const { page } = program
    const studio = studioPage(page)
    const { lines } = studio

    await page.getByRole('button', { name: 'Open the sample' }).click()
    await expect(lines.first()).toContainText(/\w+ \w+/u, { timeout: 150_000 })
    const job = page.getByRole('main').getByRole('button', { name: 'Stop' })
    await expect(job).toBeHidden({ timeout: 150_000 })
    const before = await studio.texts()
    expect(before.join(' ')).toMatch(/workshop .*bicycles .*repair tickets/u)

    // A word is corrected by keys; undo and redo are chosen in the window's own menu.
    expect(await program.menuItem('Undo')).toEqual({ label: 'Undo', enabled: false })
    await studio.toLine(lines.nth(1))
    const [word = ''] = before[1]?.split(' ') ?? []
    await selectRight(page, word.length)
    await page.keyboard.type('Kessler')
    const corrected = before.with(1, before[1]?.replace(word, 'Kessler') ?? '')
    await expect.poll(() => studio.texts()).toEqual(corrected)
    await expect.poll(() => program.menuItem('Undo')).toMatchObject({ enabled: true })
    expect((await program.menuItem('Undo'))?.label).toMatch(/^Undo \S/u)
    await program.chooseMenuUntil('Undo', () => studio.texts(), before)
    await program.chooseMenuUntil('Redo', () => studio.texts(), corrected)

    // The speaker gets a name.
    await studio.toLine(lines.nth(1))
    await page.keyboard.press('Control+i')
    const choice = page.getByRole('dialog', { name: 'Who is speaking?' })
    await choice.getByRole('button', { name: 'Rename' }).click()
    await typeInField(page, 'Sam Ólafsson')
    await page.keyboard.press('Enter')
    await expect(choice).toBeHidden()
    await expect(page.getByRole('button', { name: /^Speaker: Sam Ólafsson/u }).first()).toBeVisible()

    // The files are where the save dialog chose.
    const srt = await exportTo(program, 'SubRip (SRT)', path.join(home.folder, 'talk.srt'))
    const cues = formats.srt.read?.(srt)
    expect(cues?.corrections).toEqual([])
    expect(srt).toContain('Kessler')
    const vtt = await exportTo(program, 'WebVTT', path.join(home.folder, 'été.vtt'))
    expect(vtt).toMatch(/^WEBVTT\n/u)
    expect(vtt).toContain('Sam Ólafsson')

    // Several are saved into a folder, and none overwrites another.
    const folder = path.join(home.folder, 'Exports')
    await mkdir(folder)
    await writeFile(path.join(folder, 'talk.srt'), 'mine')
    await program.dialogs.open([folder])
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: /^Export/u })
    // WebVTT was saved last.
    await tickFormat(dialog, 'SubRip (SRT)')
    await dialog.getByRole('textbox', { name: 'File name' }).fill('talk')
    await dialog.getByRole('button', { name: 'Save 2 files' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('2 files saved.')).toBeVisible()
    expect((await readdir(folder)).toSorted()).toEqual(['talk (2).srt', 'talk.srt', 'talk.vtt'])
    expect(await readFile(path.join(folder, 'talk.srt'), 'utf8')).toBe('mine')
    expect(await readFile(path.join(folder, 'talk (2).srt'), 'utf8')).toBe(srt)

    // A failed write is reported in the page, and nothing is lost.
    await program.dialogs.saveAs(path.join(home.folder, 'no such folder', 'talk.srt'))
    await page.keyboard.press('Control+e')
    await (await formatRow(dialog, 'WebVTT')).locator('[data-box]').click()
    await dialog.getByRole('button', { name: 'Save as…' }).click()
    await expect(page.getByText(/no such folder could not be read or written/u)).toBeVisible()
    await page.keyboard.press('Escape')

    expect(program.pageErrors).toEqual([])
    await studio.saved()
    await program.quit()

    const again = await start()
    await open(again.page)
    const later = studioPage(again.page)
    await expect.poll(() => later.texts()).toEqual(corrected)
    await expect(again.page.getByRole('button', { name: /^Speaker: Sam Ólafsson/u }).first()).toBeVisible()
    await again.quit()
  },
)

async function exportTo({ page, dialogs }: Program, format: string, file: string): Promise<string> {
  await dialogs.saveAs(file)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  await showFormat(dialog, format)
  await dialog.getByRole('button', { name: 'Save as…' }).click()
  await expect(dialog).toBeHidden()
  return await readFile(file, 'utf8')
}

async function open(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link').first().click()
}
