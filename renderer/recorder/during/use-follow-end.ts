import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** This close to the end counts as the end, in px. */
const NEAR_PX = 48

export interface FollowedEnd {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
  readonly isAtEnd: boolean
  readonly toEnd: () => void
}

/**
 * Keeps the end of a growing list in view, unless the person has scrolled away from it, or it is held
 * (`follows` false).
 */
export function useFollowEnd(length: unknown, follows = true): FollowedEnd {
  const ref = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const toEnd = (): void => {
    const list = ref.current
    if (list !== null) list.scrollTop = list.scrollHeight
    setAtEnd(true)
  }
  useLayoutEffect(() => {
    const list = ref.current
    if (isAtEnd && follows && list !== null) list.scrollTop = list.scrollHeight
  }, [length, isAtEnd, follows])
  useEffect(() => {
    const list = ref.current
    if (list === null || !isAtEnd || !follows) return
    // A row that opens below makes the list smaller.
    const observer = new ResizeObserver(() => (list.scrollTop = list.scrollHeight))
    observer.observe(list)
    return () => observer.disconnect()
  }, [isAtEnd, follows])
  return {
    ref,
    isAtEnd,
    toEnd,
    onScroll: () => {
      const list = ref.current
      if (list !== null) setAtEnd(list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX)
    },
  }
}
