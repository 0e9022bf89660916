import { expect, type Page } from '@playwright/test'

/** Waits until a field has the focus, which a dialog or a panel gives it only after it is drawn. */
export async function untilInField(page: Page): Promise<void> {
  await expect(page.locator('input:focus, textarea:focus')).toHaveCount(1)
}

/** Types into the field that gets the focus. */
export async function typeInField(page: Page, text: string): Promise<void> {
  await untilInField(page)
  await page.keyboard.type(text)
}
