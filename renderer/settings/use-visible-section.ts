import { type RefObject, useEffect, useState } from 'react'

/**
 * Events of scrolling and typing by the user; a scroll without them is the page's own, to the chosen section.
 */
export const BY_HAND = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/** The section being read: the chosen one, until the user scrolls. */
export function useVisibleSection<Id extends string>(
  page: RefObject<HTMLElement | null>,
  chosen: Id,
  sections: readonly Id[],
): Id {
  const [seen, setSeen] = useState<{ readonly chosen: Id; readonly id: Id }>({
    chosen,
    id: chosen,
  })
  useEffect(() => {
    const element = page.current
    if (element === null) return undefined
    const controller = new AbortController()
    let isByHand = false
    const options = { passive: true, signal: controller.signal }
    for (const event of BY_HAND) element.addEventListener(event, () => (isByHand = true), options)
    const onScroll = (): void => {
      if (isByHand) setSeen({ chosen, id: sectionAt(element, sections) ?? chosen })
    }
    element.addEventListener('scroll', onScroll, options)
    return () => controller.abort()
  }, [page, chosen, sections])
  return seen.chosen === chosen ? seen.id : chosen
}

/**
 * The last section that begins above a line that moves from the page's top to its end as the page scrolls.
 */
function sectionAt<Id extends string>(element: HTMLElement, sections: readonly Id[]): Id | undefined {
  const room = element.scrollHeight - element.clientHeight
  const share = room > 0 ? Math.min(1, element.scrollTop / room) : 0
  const line = element.getBoundingClientRect().top + share * element.clientHeight
  const above = sections.filter((id) => {
    const section = element.querySelector(`#${id}`)
    return section !== null && section.getBoundingClientRect().top <= line + 1
  })
  return above.at(-1) ?? sections[0]
}
