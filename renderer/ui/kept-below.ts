/** For the `ref` of what stands at the window's foot with controls in it: toasts come above it. */
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
