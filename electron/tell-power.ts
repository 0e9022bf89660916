import { powerMonitor } from 'electron'

/** Tells whether the computer runs on its battery, each time that this changes; the result tells it once more. */
export function tellPower(tell: (onBattery: boolean) => void): () => void {
  powerMonitor.on('on-battery', () => tell(true))
  powerMonitor.on('on-ac', () => tell(false))
  return () => tell(powerMonitor.isOnBatteryPower())
}
