import { powerMonitor } from 'electron'

/**
 * Calls `report` with whether the computer runs on battery, on each change; the returned function repeats the
 * current state.
 */
export function reportPower(report: (onBattery: boolean) => void): () => void {
  powerMonitor.on('on-battery', () => report(true))
  powerMonitor.on('on-ac', () => report(false))
  return () => report(powerMonitor.isOnBatteryPower())
}
