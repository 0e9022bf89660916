import { type RefCallback, useCallback } from 'react'
import { create } from 'zustand'

/** Number of rows fetched at first, and again each time the end of the list approaches. */
export const ROWS_A_PAGE = 100
/** Distance at which more is fetched: about two windows below the visible part. */
const AHEAD = '1500px'

/** Kept when the screen is left, so that a returning user finds the row they had scrolled to. */
export const useListPages = create<{ readonly list: string; readonly pages: number }>(() => ({
  list: '',
  pages: 1,
}))

/**
 * How many rows of a list to fetch: more each time the element with `endRef` approaches the window. `list`
 * identifies the list; another one starts over.
 */
export function useGrowingLimit(list: string): {
  readonly limit: number
  readonly endRef: RefCallback<HTMLElement>
} {
  const pages = useListPages((grown) => (grown.list === list ? grown.pages : 1))
  const endRef = useCallback(
    (end: HTMLElement | null) => {
      if (end === null) return
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) {
            useListPages.setState({ list, pages: pages + 1 })
          }
        },
        { root: end.closest('main'), rootMargin: AHEAD },
      )
      observer.observe(end)
      return () => observer.disconnect()
    },
    [list, pages],
  )
  return { limit: pages * ROWS_A_PAGE, endRef }
}
