import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chooseInMenu } from './support/library-page.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const TYPED = 'Zwiebelfischchen'
/** The recording's title, recognized words, and a typed one. */
const TRACES = ['conversation-en', 'workshop', 'bicycles', TYPED]

test(
  'a recording that was corrected, searched and shown is deleted by the list, and nothing of it is left',
  { tag: '@main' },
  async ({ visit, dataFolder }) => {
    const page = await visit()
    const studio = await openText(page, 'conversation-en')
    await studio.toLine(studio.lines.nth(1))
    await page.keyboard.type(`${TYPED} `)
    await studio.saved()
    expect(await traces(dataFolder)).toEqual(TRACES)
    await page
      .getByRole('link', { name: /Recordings|Parolo|Back/u })
      .first()
      .click()
    await chooseInMenu(page, 'conversation-en', 'Delete…')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(page.getByText('“conversation-en” deleted.')).toBeVisible()
    await expect.poll(() => traces(dataFolder)).toEqual([])
    await page.goBack()
    await expect(page.getByText(TYPED)).toHaveCount(0)
  },
)

for (const { colorScheme, locale, named, ask, button, says } of [
  {
    colorScheme: 'light',
    locale: 'en-GB',
    named: 'Damaged library of 12 March 2026',
    ask: 'Delete the damaged library of 12 March 2026',
    button: 'Delete',
    says: /may still contain words and sound that you have deleted/u,
  },
  {
    colorScheme: 'dark',
    locale: 'fr-FR',
    named: 'Bibliothèque endommagée du 12 mars 2026',
    ask: 'Supprimer la bibliothèque endommagée du 12 mars 2026',
    button: 'Supprimer',
    says: /elle peut encore contenir les mots et le son de ceux/u,
  },
] as const)
  test.describe(locale, () => {
    test.use({ colorScheme, locale })

    test('what a repair kept is named where room is shown, and deleted there', async ({
      visit,
      dataFolder,
    }) => {
      const kept = path.join(dataFolder, 'backups', 'damaged-1')
      await mkdir(kept, { recursive: true })
      await writeFile(path.join(kept, 'library.db'), 'x'.repeat(3_000_000))
      const day = new Date('2026-03-12T12:00:00')
      await utimes(kept, day, day)
      const page = await visit('/storage')
      await expect(page.getByText(named)).toBeVisible()
      await expect(page.getByText(says)).toBeVisible()
      await page.getByRole('button', { name: ask }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: button, exact: true }).click()
      await expect(page.getByRole('button', { name: ask })).toHaveCount(0)
      expect(await readdir(path.dirname(kept))).not.toContain('damaged-1')
    })
  })

/** Which of them occur in any file of the library's folder, in UTF-8 or UTF-16, in its name or its bytes. */
async function traces(folder: string): Promise<string[]> {
  const found = new Set<string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    // A file may be deleted during the search.
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    for (const trace of TRACES)
      for (const form of [trace, trace.toLowerCase()])
        if (file.includes(form) || bytes.includes(form) || bytes.includes(form, 0, 'utf16le'))
          found.add(trace)
  }
  return TRACES.filter((trace) => found.has(trace))
}
