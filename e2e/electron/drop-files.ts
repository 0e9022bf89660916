import { expect, type Page } from '@playwright/test'

/** Files of the disk, dragged over the middle of the window and let go. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  const over = { x: 400, y: 300, data: { items: [], files: [...files], dragOperationsMask: 1 } }
  await devTools.send('Input.dispatchDragEvent', { type: 'dragEnter', ...over })
  await devTools.send('Input.dispatchDragEvent', { type: 'dragOver', ...over })
  await expect(page.getByText('Drop to import')).toBeVisible()
  await devTools.send('Input.dispatchDragEvent', { type: 'drop', ...over })
}
