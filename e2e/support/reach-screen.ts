import { expect, type Page } from '@playwright/test'
import { studioPage } from './studio-page.ts'
import { eitherLanguage } from './either-language.ts'

/**
 * A screen as a person reaches it, in either language: located by roles, positions and keys, not by texts.
 */
export interface Screen {
  readonly name: string
  /** `podcast`: the sample with a podcast, one of whose episodes is downloaded. */
  readonly library: 'empty' | 'sample' | 'podcast'
  /**
   * The part of an address after `#`; RECORDING is replaced by the id of the sample, EPISODE by that of the
   * episode.
   */
  readonly address: string
  /** From the address to what is to be shown. */
  readonly reach?: (page: Page) => Promise<void>
  /** Only included when pictures are made, and in the long tests. */
  readonly takesLong?: true
}

export const text = async (page: Page): Promise<void> => {
  const studio = studioPage(page, /^Transcri/u)
  await expect(studio.lines.first()).toBeVisible()
  await studio.toLine(studio.lines.nth(1))
}

export const dialog = async (page: Page): Promise<void> => {
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible()
}

/** A drawer in a narrow window. */
export const details = async (page: Page): Promise<void> => {
  const panel = page.getByRole('button', { name: eitherLanguage('editor.panel') })
  if (await panel.isVisible()) await panel.click()
  await page.getByRole('tab').last().click()
}

export const fromText =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    await text(page)
    for (const key of keys) await page.keyboard.press(key)
  }

export const rulesButton = (page: Page) =>
  page.getByRole('button', { name: eitherLanguage('captions.rules.button') })

/** The menu of the captions' tools in a small window. */
export const moreForCaptions = (page: Page) =>
  page.getByRole('button', { name: eitherLanguage('captions.more') })

export const addLanguage = async (page: Page): Promise<void> => {
  const language = page.getByRole('button', { name: eitherLanguage('translation.title') })
  await expect(language.or(moreForCaptions(page))).toBeVisible()
  if (await language.isVisible()) {
    await language.click()
    await page.getByRole('menuitem', { name: eitherLanguage('translation.add') }).click()
  } else {
    await moreForCaptions(page).click()
    const item = page.getByRole('menuitem', { name: eitherLanguage('translation.title') })
    const isFirst = (await item.innerText()).includes('…')
    await item.click()
    if (!isFirst) await page.getByRole('menuitem', { name: eitherLanguage('translation.add') }).click()
  }
}

/** Opens the preview of all fixes. */
export const fixAll = async (page: Page): Promise<void> => {
  const name = eitherLanguage('captions.fix-all')
  const button = page.getByRole('button', { name })
  if (await moreForCaptions(page).isVisible()) {
    await moreForCaptions(page).click()
    await page.getByRole('menuitem', { name }).click()
  } else await button.click()
  await dialog(page)
}

export const rowMenu =
  (...indexes: readonly number[]) =>
  async (page: Page): Promise<void> => {
    const row = page.getByRole('main').getByRole('listitem').last()
    await row.getByRole('button').last().click()
    for (const [depth, index] of indexes.entries()) {
      const menu = page.getByRole('menu').nth(depth)
      await menu.getByRole('menuitem').nth(index).click()
    }
    await dialog(page)
  }

export async function selectLastRow(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('listitem').last().getByRole('checkbox').focus()
  await page.keyboard.press('Space')
}
