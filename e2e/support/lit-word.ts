import type { Page } from '@playwright/test'

/** Waits until a word is lit as being spoken, by the browser's own highlight. */
export async function untilLit(page: Page, word: string): Promise<void> {
  // Asked each frame: a short word is lit no longer than a tenth of a second.
  await page.waitForFunction((wanted) => {
    for (const lit of CSS.highlights.get('parolo-spoken') ?? []) {
      const range = document.createRange()
      range.setStart(lit.startContainer, lit.startOffset)
      range.setEnd(lit.endContainer, lit.endOffset)
      if (range.toString() === wanted) return true
    }
    return false
  }, word)
}
