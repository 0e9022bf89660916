/** Dialogs, and popovers and menus, which React Aria marks with what opened them. */
const OVER_THE_SCREEN = '[data-dialog], [data-trigger], [role="menu"]'

let last: HTMLElement | null = null

/** Remembers what was focused last on the screen itself, not in something over it. Returns the function that ends it. */
export function watchFocus(page: Document): () => void {
  const onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target.closest(OVER_THE_SCREEN) === null) last = target
  }
  page.addEventListener('focusin', onFocus)
  return () => page.removeEventListener('focusin', onFocus)
}

/** What was focused last on the screen itself; null if nothing was. */
export const lastFocused = (): HTMLElement | null => last
