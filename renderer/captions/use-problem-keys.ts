import { useEffect, useRef } from 'react'
import { isLayerOpen } from '../keys/is-layer-open.ts'
import { actionOf } from '../keys/key-map.ts'
import { keyOf } from '../keys/key-of.ts'
import { useKeyMap } from '../keys/use-key-actions.ts'

/**
 * While captions are shown, the keys for the next and previous doubt move between problems. Handled before
 * the surrounding screen, where the same keys return to the text.
 */
export function useProblemKeys(goToProblem: (step: 1 | -1) => void): void {
  const map = useKeyMap()
  const current = useRef(goToProblem)
  useEffect(() => {
    current.current = goToProblem
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.isComposing ? null : keyOf(event)
      const action = key === null ? null : actionOf(key, map)
      if (action !== 'next-doubt' && action !== 'previous-doubt') return
      if (isLayerOpen()) return
      event.preventDefault()
      current.current(action === 'next-doubt' ? 1 : -1)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [map])
}
