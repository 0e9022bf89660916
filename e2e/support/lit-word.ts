import type { Page } from '@playwright/test'

/**
 * Waits until a word, or one of several, is highlighted as being spoken, with the browser's Highlight API.
 */
export async function untilLit(page: Page, word: string | readonly string[]): Promise<void> {
  // Checked in each frame: a short word is highlighted for at most a tenth of a second.
  await page.waitForFunction((wanted) => {
    for (const lit of CSS.highlights.get('parolo-spoken') ?? []) {
      const range = document.createRange()
      range.setStart(lit.startContainer, lit.startOffset)
      range.setEnd(lit.endContainer, lit.endOffset)
      if (wanted.includes(range.toString())) return true
    }
    return false
  }, [word].flat())
}

/** Waits until the highlighted word is in view, or until none is. */
export async function untilLitWordIs(page: Page, place: 'in sight' | 'out of sight'): Promise<void> {
  await page.waitForFunction((wanted) => {
    const room = document.querySelector('.cm-scroller')?.getBoundingClientRect()
    const isSeen = [...(CSS.highlights.get('parolo-spoken') ?? [])].some((lit) => {
      const range = document.createRange()
      range.setStart(lit.startContainer, lit.startOffset)
      range.setEnd(lit.endContainer, lit.endOffset)
      const { top, bottom } = range.getBoundingClientRect()
      return room !== undefined && top >= room.top && bottom <= room.bottom
    })
    return isSeen === (wanted === 'in sight')
  }, place)
}
