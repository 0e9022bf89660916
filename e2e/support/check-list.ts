import { expect, type Locator, type Page } from '@playwright/test'

/** The list to check beside the text, as a person sees and uses it. */
export interface CheckListPage {
  readonly tab: Locator
  readonly panel: Locator
  /** The open item. */
  readonly open: Locator
  /** Lists less likely errors too, or no longer. */
  showLessLikely(shows: boolean): Promise<void>
  sortByTime(): Promise<void>
  /** How many items were looked at, and are listed, above the list or at its end. */
  counts(): Promise<{ readonly looked: number; readonly left: number }>
  /** The words of the open item. */
  words(): Promise<string>
}

export function checkList(page: Page): CheckListPage {
  const name = /^Check/u
  const panel = page.getByRole('tabpanel', { name })
  const open = panel.locator('li[aria-current="true"]')
  const filter = panel.getByRole('button', { name: /^Reasons: /u })
  const less = panel.getByRole('button', { name: /^Less likely places/u })
  return {
    tab: page.getByRole('tab', { name }),
    panel,
    open,
    async showLessLikely(shows) {
      await expect(filter.or(less).first()).toBeVisible()
      if (shows && (await less.isVisible())) {
        await less.click()
        return
      }
      await filter.click()
      const tick = page.getByRole('menuitemcheckbox', { name: /^Less likely too/u })
      if ((await tick.getAttribute('aria-checked')) !== String(shows)) await tick.click()
      await page.keyboard.press('Escape')
      await expect(tick).toBeHidden()
    },
    async sortByTime() {
      await panel.getByRole('button', { name: /Sort/u }).click()
      await page.getByRole('option', { name: 'By time' }).click()
    },
    async counts() {
      const above = panel.getByText(/^\d+ of \d+ looked at$/u)
      const end = panel.getByText(/^(?:\d+|No) places? (?:was|were) looked at/u)
      const text = await above.or(end).first().innerText()
      const [, looked = 0, all = looked] = (/^(\d+) of (\d+)/u.exec(text) ?? /^(\d+)/u.exec(text) ?? []).map(
        Number,
      )
      return { looked, left: all - looked }
    },
    async words() {
      return (await open.getAttribute('aria-label'))?.replace('To check: ', '') ?? ''
    },
  }
}
