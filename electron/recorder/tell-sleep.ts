import { powerMonitor } from 'electron'
import type { Slept } from '#contracts/window-bridge'

/** Tells when the computer slept, each time that it is awake again. */
export function tellSleep(tell: (sleep: Slept) => void): void {
  let fromMs: number | null = null
  powerMonitor.on('suspend', () => {
    fromMs = Date.now()
  })
  powerMonitor.on('resume', () => {
    if (fromMs !== null) tell({ fromMs, toMs: Date.now() })
    fromMs = null
  })
}
