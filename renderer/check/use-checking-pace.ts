import { useEffect, useRef } from 'react'
import { afterPlace, type CheckingPace } from '#core/doubt/checking-pace'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useChangePreferences } from '../session/change-preferences.ts'

/** The user's pace, measured while the list is open: the time from one finished item to the next. */
export function useCheckingPace(checked: number): CheckingPace {
  const { checkingPace } = usePreferences()
  const change = useChangePreferences()
  const last = useRef<{ readonly checked: number; readonly atMs: number } | null>(null)
  const latest = useRef({ checkingPace, change })
  useEffect(() => {
    latest.current = { checkingPace, change }
  })
  useEffect(() => {
    const before = last.current
    last.current = { checked, atMs: performance.now() }
    // Replacing all checks several places at once, and undo reduces the count: neither is a pace.
    if (before === null || checked !== before.checked + 1) return
    const pace = afterPlace(latest.current.checkingPace, last.current.atMs - before.atMs)
    if (pace !== latest.current.checkingPace) latest.current.change({ checkingPace: pace })
  }, [checked])
  return checkingPace
}
