import { useEffect } from 'react'

/** While `isWaiting`, calls `stop` at the next key or press of a pointer, before they take effect. */
export function useUntilNextKey(isWaiting: boolean, stop: () => void): void {
  useEffect(() => {
    if (!isWaiting) return undefined
    const controller = new AbortController()
    for (const event of ['keydown', 'pointerdown'])
      window.addEventListener(event, stop, { capture: true, signal: controller.signal })
    return () => controller.abort()
  })
}
