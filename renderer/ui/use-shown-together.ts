import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useState } from 'react'
import styles from './shown-together.module.css'

/** After this long, what is there is shown: shorter than a person takes for a wait. */
const LONGEST_MS = 400
/** Parts of what has arrived ask for more within this time. */
const QUIET_MS = 30

/**
 * Class of an element that is shown at once, when all that it asks the studio for at first has arrived: a part that came
 * in later would move what is below it from under the pointer.
 */
export function useShownTogether(): string | undefined {
  const queries = useContext(QueryClientContext)
  const [isThere, setThere] = useState(queries === undefined)
  useEffect(() => {
    if (isThere || queries === undefined) return undefined
    const isWaiting = (): boolean =>
      queries.isFetching({ type: 'active', predicate: ({ state }) => state.data === undefined }) > 0
    const show = (): void => setThere(true)
    let hasWaited = false
    let quiet: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      clearTimeout(quiet)
      if (isWaiting()) hasWaited = true
      // What has arrived may have parts that ask for more.
      else quiet = setTimeout(show, hasWaited ? QUIET_MS : 0)
    }
    const limit = setTimeout(show, LONGEST_MS)
    const stop = queries.getQueryCache().subscribe(look)
    look()
    return () => {
      stop()
      clearTimeout(limit)
      clearTimeout(quiet)
    }
  }, [isThere, queries])
  return isThere ? undefined : styles.arriving
}
