import { expect, type Page } from '@playwright/test'

/** Drags files from the disk over the middle of the window and drops them. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  const over = { x: 400, y: 300, data: { items: [], files: [...files], dragOperationsMask: 1 } }
  await devTools.send('Input.dispatchDragEvent', { type: 'dragEnter', ...over })
  await devTools.send('Input.dispatchDragEvent', { type: 'dragOver', ...over })
  await expect(page.getByText('Drop to import')).toBeVisible()
  await devTools.send('Input.dispatchDragEvent', { type: 'drop', ...over })
}
