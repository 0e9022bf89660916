import type { Page } from '@playwright/test'
import path from 'node:path'

/** Folder for pictures of the screens, for a person to look at; none are made if it is not set. */
export const pictures = process.env['PAROLO_PICTURES']

export async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${name}.png`) })
}
