import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'

/**
 * Drags files from the computer over the middle of the window; released with `drop`, or cancelled with
 * `leave`.
 */
export async function dragFiles(
  page: Page,
  files: readonly string[],
): Promise<{ readonly drop: () => Promise<void>; readonly leave: () => Promise<void> }> {
  await page.getByRole('main').waitFor()
  const session = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 }
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  const at = { x: width / 2, y: height / 2, data }
  await page.evaluate(() => {
    const accepted = { files: false, drops: 0 }
    window.addEventListener('drop', () => (accepted.drops += 1))
    // At the end of its way, when the page has had it.
    window.addEventListener('dragover', (event) =>
      setTimeout(() => (accepted.files = event.defaultPrevented)),
    )
    Object.assign(window, { accepted })
  })
  const read = (): Promise<{ readonly files: boolean; readonly drops: number }> =>
    page.evaluate(
      () => (window as unknown as { accepted: { readonly files: boolean; readonly drops: number } }).accepted,
    )
  const hold = async (): Promise<void> => {
    await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at })
    // What is dropped before the page has accepted it is dropped nowhere; a held pointer moves on and on.
    do await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at })
    while (!(await read()).files)
  }
  await hold()
  return {
    async drop() {
      await session.send('Input.dispatchDragEvent', { type: 'drop', ...at })
      // A busy browser may end a drag without a drop.
      while ((await read()).drops === 0) {
        await hold()
        await session.send('Input.dispatchDragEvent', { type: 'drop', ...at })
      }
      await session.detach()
    },
    async leave() {
      await session.send('Input.dispatchDragEvent', { type: 'dragCancel', ...at })
      await session.detach()
      await page.mouse.move(width / 2, height / 2)
    },
  }
}

export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  // Before it is drawn, a page takes nothing that is dropped on it.
  await page.getByRole('main').first().waitFor()
  const drag = await dragFiles(page, files)
  await drag.drop()
}

/** Chosen in the browser's own dialog, opened by a button with that name. */
export async function pickFiles(
  page: Page,
  scope: Page | Locator,
  button: string,
  files: readonly string[],
): Promise<void> {
  const opens = page.waitForEvent('filechooser')
  await scope.getByRole('button', { name: button, exact: true }).click()
  await (await opens).setFiles([...files])
}

/** Like Ctrl+V after copying a file, as no test can put one on the system's clipboard. */
export async function pasteFile(page: Page, file: string): Promise<void> {
  const base64 = (await readFile(file)).toString('base64')
  await page.evaluate(
    ([name, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))], name))
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      ;(document.activeElement ?? document.body).dispatchEvent(event)
    },
    [path.basename(file), base64] as const,
  )
}
