import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** The current time, updated every minute so that "today" becomes "yesterday". */
export function useNow(): number {
  const [nowMs, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
