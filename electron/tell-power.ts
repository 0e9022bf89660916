import { powerMonitor } from 'electron'

/**
 * Calls `tell` with whether the computer runs on battery, on each change; the returned function repeats the
 * current state.
 */
export function tellPower(tell: (onBattery: boolean) => void): () => void {
  powerMonitor.on('on-battery', () => tell(true))
  powerMonitor.on('on-ac', () => tell(false))
  return () => tell(powerMonitor.isOnBatteryPower())
}
