import { expect, type Locator, type Page } from '@playwright/test'

/** The panel of notes, as a person sees and uses it. */
export interface NotesPanel {
  readonly panel: Locator
  /** Notes in order of time, the one being written among them. */
  readonly items: Locator
  /** Fields of the moment that is open. */
  readonly open: Locator
  /** Chooses in the menu of chapters. */
  readonly inChapters: (item: string) => Promise<void>
  /** Titles of chapters. */
  readonly heading: (name: string) => Locator
  /** Opens a note by its text and deletes it, by keys. */
  readonly remove: (text: string) => Promise<void>
}

export function notesPanel(page: Page): NotesPanel {
  const panel = page.getByRole('tabpanel', { name: 'Notes' })
  const items = panel.getByRole('listitem')
  return {
    panel,
    items,
    open: panel.getByRole('region', { name: 'Note' }),
    heading: (name) => panel.getByRole('heading', { name, exact: true }),
    async inChapters(item) {
      await panel.getByRole('button', { name: 'Chapters' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    },
    async remove(text) {
      const count = await items.count()
      await panel
        .getByRole('button', { name: new RegExp(`^(?:Decision|Action|Bookmark) ${text}`, 'u') })
        .first()
        .press('Enter')
      await panel.getByRole('button', { name: 'Delete' }).press('Enter')
      // Another one of the same text is found only once this one is gone.
      await expect(items).toHaveCount(count - 1)
    },
  }
}
