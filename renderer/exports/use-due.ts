import { useEffect, useRef } from 'react'

export interface Due {
  /** Runs it now, or as soon as it can be run. */
  readonly ask: () => void
  /** Takes back what was asked for and did not run. */
  readonly cancel: () => void
}

/** An action that may be asked for before it can be run. `willNot`: it will not become possible by waiting. */
export function useDue(run: () => void, { canRun, willNot }: { canRun: boolean; willNot: boolean }): Due {
  const isDue = useRef(false)
  useEffect(() => {
    const isNow = isDue.current && canRun
    if (isNow || willNot) isDue.current = false
    if (isNow) run()
  })
  return {
    ask: () => {
      if (canRun) run()
      else isDue.current = !willNot
    },
    cancel: () => {
      isDue.current = false
    },
  }
}
