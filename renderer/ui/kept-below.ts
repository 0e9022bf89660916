/** Heights of the bars at the bottom of the window, by bar. */
const heights = new Map<HTMLElement, number>()
/** Bars within a screen, above which that screen itself leaves room for toasts. */
const inScreen = new Set<HTMLElement>()

function publish(): void {
  const root = document.documentElement
  const height = [...heights.values()].reduce((sum, one) => sum + one, 0)
  if (height > 0) root.style.setProperty('--kept-below', `${height}px`)
  else root.style.removeProperty('--kept-below')
  root.toggleAttribute(
    'data-bar-in-screen',
    [...inScreen].some((bar) => (heights.get(bar) ?? 0) > 0),
  )
}

/** For the `ref` of a bar with controls at the bottom of a screen: toasts are placed above it. */
export function keptBelow(bar: HTMLElement): () => void {
  inScreen.add(bar)
  const forget = keptBelowScreen(bar)
  return () => {
    inScreen.delete(bar)
    forget()
  }
}

/** The same for a bar below every screen. */
export function keptBelowScreen(bar: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    heights.set(bar, bar.getBoundingClientRect().height)
    publish()
  })
  observer.observe(bar)
  return () => {
    observer.disconnect()
    heights.delete(bar)
    publish()
  }
}
