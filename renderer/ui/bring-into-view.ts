/** For `ref`: scrolls to an element that appears in a list, no further than necessary. */
export function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
