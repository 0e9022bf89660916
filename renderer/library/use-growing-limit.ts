import { type RefCallback, useCallback } from 'react'
import { create } from 'zustand'

/** Rows of a library that are fetched at first, and each time its end comes near. */
export const ROWS_A_PAGE = 100
/** How near: about two windows below what is seen. */
const AHEAD = '1500px'

/** Outlives the screen, so that a person who comes back finds the row that they had scrolled to. */
export const useGrownList = create<{ readonly list: string; readonly pages: number }>(() => ({
  list: '',
  pages: 1,
}))

/**
 * How many rows of a list are wanted: more each time what `endRef` is given to comes near the window. `list` names the
 * list; another one begins anew.
 */
export function useGrowingLimit(list: string): {
  readonly limit: number
  readonly endRef: RefCallback<HTMLElement>
} {
  const pages = useGrownList((grown) => (grown.list === list ? grown.pages : 1))
  const endRef = useCallback(
    (end: HTMLElement | null) => {
      if (end === null) return
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) {
            useGrownList.setState({ list, pages: pages + 1 })
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
