import { readFile } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { expect, type Locator, type Page } from '@playwright/test'

/** The row of a format in a dialog, after the groups are unfolded. */
export async function formatRow(dialog: Locator, name: string | RegExp): Promise<Locator> {
  const list = dialog.getByRole('tree')
  await list.waitFor()
  const folded = list.getByRole('treeitem', { expanded: false })
  while ((await folded.count()) > 0) await folded.first().click()
  return list.getByRole('treeitem', typeof name === 'string' ? { name, exact: true } : { name })
}

/** Shows a format; as long as none was ticked, it is the one that is saved. */
export async function showFormat(dialog: Locator, name: string | RegExp): Promise<void> {
  await (await formatRow(dialog, name)).click()
}

/** Ticks a format without showing it. */
export async function tickFormat(dialog: Locator, name: string | RegExp): Promise<void> {
  const row = await formatRow(dialog, name)
  await row.locator('[data-box]').click()
  await expect(row).toBeChecked()
}

/** Exports in the format with that name in the dialog, and returns the file's bytes and name. */
export async function exportAs(
  page: Page,
  format: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  await showFormat(dialog, format)
  const save = dialog.getByRole('button', { name: 'Save as…' })
  await expect(save).toBeEnabled()
  const file = await downloadedBy(page, () => save.click())
  await expect(dialog).toBeHidden()
  return file
}

/** The file that an action downloads. */
export async function downloadedBy(
  page: Page,
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await act()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** The text of a Word document, one paragraph per line, parsed independently of the program's own code. */
export function docxText(bytes: Buffer): string {
  const xml = zipEntries(bytes).get('word/document.xml')?.toString('utf8') ?? ''
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''),
    )
    .join('\n')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

const END = 0x06054b50
const ENTRY = 0x02014b50

/** The files of a ZIP by name, read from its directory at the end (APPNOTE 4.3.12, 4.3.16). */
export function zipEntries(zip: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1
  let at = zip.readUInt32LE(end + 16)
  while (zip.readUInt32LE(at) === ENTRY) {
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    entries.set(name, zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}
