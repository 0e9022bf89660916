import { useState } from 'react'
import type { Exported } from './exported.ts'

export interface Ticked {
  /** The one whose file is shown. */
  readonly shown: Exported
  readonly show: (id: Exported) => void
  /** Those that are saved. */
  readonly ticked: ReadonlySet<Exported>
  readonly tick: (id: Exported, isTicked: boolean) => void
}

/**
 * Which formats are saved, and which one is shown. Until a person ticks one, the one that is shown is saved.
 * @param first saved at first; the first of them is shown
 */
export function useTicked(first: readonly [Exported, ...Exported[]]): Ticked {
  const [ownShown, show] = useState<Exported | null>(null)
  const [ownTicked, setOwnTicked] = useState<ReadonlySet<Exported> | null>(null)
  const shown = ownShown ?? first[0]
  const ticked = ownTicked ?? new Set(first.length > 1 ? first : [shown])
  const tick = (id: Exported, isTicked: boolean): void => {
    const next = new Set(ticked)
    if (isTicked) next.add(id)
    else next.delete(id)
    setOwnTicked(next)
  }
  return { shown, show, ticked, tick }
}
