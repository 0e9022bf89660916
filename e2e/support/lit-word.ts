import type { Page } from '@playwright/test'

/**
 * Waits until words are highlighted as being spoken, one after another, each or one of several, with the browser's
 * Highlight API.
 */
export async function untilLit(page: Page, ...words: readonly (string | readonly string[])[]): Promise<void> {
  const seen = await page.evaluateHandle(() => ({ count: 0 }))
  const steps = words.map((word) => [word].flat())
  // Checked in each frame: a short word is highlighted for at most a tenth of a second. All are waited for at once, as the
  // next may be over before a second call reaches a busy page.
  await page.waitForFunction(
    ([wanted, found]) => {
      for (const lit of CSS.highlights.get('parolo-spoken') ?? []) {
        const range = document.createRange()
        range.setStart(lit.startContainer, lit.startOffset)
        range.setEnd(lit.endContainer, lit.endOffset)
        if (wanted[found.count]?.includes(range.toString())) found.count += 1
      }
      return found.count === wanted.length
    },
    [steps, seen] as const,
  )
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
