import type { Page } from '@playwright/test'

/** Words that are highlighted as being spoken, with the browser's Highlight API. */
export interface LitWords {
  /** Waits until words were lit one after another, each or one of several, since the last of these waits. */
  readonly until: (...words: readonly (string | readonly string[])[]) => Promise<void>
}

/** Notes the lit words from now on, in the page: they may be over before a busy page answers. */
export async function watchLit(page: Page): Promise<LitWords> {
  const lit = await page.evaluateHandle(() => {
    const words: string[] = []
    // In each frame: a short word is lit for at most a tenth of a second.
    const look = (): void => {
      requestAnimationFrame(look)
      for (const each of CSS.highlights.get('parolo-spoken') ?? []) {
        // A highlight stays over text that was just removed until the next frame is drawn.
        if (each.startOffset > (each.startContainer.nodeValue?.length ?? 0)) continue
        if (each.endOffset > (each.endContainer.nodeValue?.length ?? 0)) continue
        const range = document.createRange()
        range.setStart(each.startContainer, each.startOffset)
        range.setEnd(each.endContainer, each.endOffset)
        if (words.at(-1) !== range.toString()) words.push(range.toString())
      }
    }
    look()
    return words
  })
  return {
    until: async (...words) => {
      const steps = words.map((word) => [word].flat())
      await page.waitForFunction(
        ([wanted, noted]) => {
          let found = 0
          for (const [index, word] of noted.entries()) {
            if (wanted[found]?.includes(word)) found += 1
            if (found < wanted.length) continue
            noted.splice(0, index + 1)
            return true
          }
          return false
        },
        [steps, lit] as const,
      )
    },
  }
}

/** Waits until a word, or one of several, is lit. */
export async function untilLit(page: Page, word: string | readonly string[]): Promise<void> {
  const lit = await watchLit(page)
  await lit.until(word)
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
