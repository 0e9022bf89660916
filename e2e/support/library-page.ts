import type { Locator, Page } from '@playwright/test'

/** The row of the recording with that title. */
export function rowOf(page: Page, title: string): Locator {
  return page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
}

export async function chooseInMenu(page: Page, title: string, ...items: readonly string[]): Promise<void> {
  await rowOf(page, title)
    .getByRole('button', { name: `More actions for ${title}` })
    .click()
  for (const item of items) await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Chooses in one of the kit's selects, by its label. */
export async function choose(scope: Locator, label: string, choice: string): Promise<void> {
  await scope.getByRole('button', { name: label }).click()
  await scope.page().getByRole('option', { name: choice, exact: true }).click()
}
