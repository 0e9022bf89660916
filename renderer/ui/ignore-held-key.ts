import type { KeyboardEvent } from 'react'

/** For `onKeyDown` of a button that Enter elsewhere may focus: the key, still held, does not press it. */
export function ignoreHeldKey(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
}
