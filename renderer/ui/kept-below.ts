/** For the `ref` of a bar with controls at the bottom of the window: toasts are placed above it. */
export function keptBelow(element: HTMLElement): () => void {
  const root = document.documentElement.style
  const observer = new ResizeObserver(() =>
    root.setProperty('--kept-below', `${element.getBoundingClientRect().height}px`),
  )
  observer.observe(element)
  return () => {
    observer.disconnect()
    root.removeProperty('--kept-below')
  }
}
