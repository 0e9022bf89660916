import { powerMonitor } from 'electron'
import type { Slept } from '#contracts/window-bridge'

/** Calls `report` each time the computer wakes up, with the time that it slept. */
export function reportSleep(report: (sleep: Slept) => void): void {
  let fromMs: number | null = null
  powerMonitor.on('suspend', () => {
    fromMs = Date.now()
  })
  powerMonitor.on('resume', () => {
    if (fromMs !== null) report({ fromMs, toMs: Date.now() })
    fromMs = null
  })
}
