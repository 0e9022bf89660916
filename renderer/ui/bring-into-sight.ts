/** For `ref`: an element that appears in a list is scrolled to, no further than it needs. */
export function bringIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
