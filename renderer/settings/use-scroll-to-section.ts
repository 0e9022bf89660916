import { type RefObject, useEffect } from 'react'
import { BY_HAND } from './use-visible-section.ts'

/**
 * Scrolls to the chosen section of a page with several, and again while content loaded before it pushes it
 * down, until the user scrolls or types.
 */
export function useScrollToSection(page: RefObject<HTMLElement | null>, chosen: string, first: string): void {
  useEffect(() => {
    const element = page.current
    if (element === null) return undefined
    const toSection = (): void => {
      // The first section is next to the page's heading: the page scrolls to its top.
      if (chosen === first) element.scrollTo({ top: 0 })
      else element.querySelector(`#${CSS.escape(chosen)}`)?.scrollIntoView({ block: 'start' })
    }
    toSection()
    const sizes = new ResizeObserver(toSection)
    if (element.firstElementChild !== null) sizes.observe(element.firstElementChild)
    const controller = new AbortController()
    const stop = (): void => {
      sizes.disconnect()
      controller.abort()
    }
    for (const event of BY_HAND)
      element.addEventListener(event, stop, { passive: true, signal: controller.signal })
    return stop
  }, [page, chosen, first])
}
