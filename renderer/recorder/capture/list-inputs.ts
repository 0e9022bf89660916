import type { KnownInput } from './device-watch.ts'

export interface ListedInput extends KnownInput {
  /** Plays back what another device plays: the computer's own sound. */
  readonly isMonitor: boolean
}

const MONITOR =
  /\bmonitor\b|\bloopback\b|\bstereo mix\b|\bblackhole\b|\bsoundflower\b|\bmoniteur\b|\bmixage stéréo\b/iu

/** Inputs that the system has; labels are empty until the person allowed one. */
export async function listInputs(): Promise<readonly ListedInput[]> {
  if (!('mediaDevices' in navigator)) return []
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter(({ kind }) => kind === 'audioinput')
    .map(({ deviceId, label }) => ({ deviceId, label, isMonitor: isMonitor(label) }))
}

export const isMonitor = (label: string): boolean => MONITOR.test(label)

/** Calls back when devices come or go, until the returned function is called. */
export function onInputsChanged(listener: () => void): () => void {
  if (!('mediaDevices' in navigator)) return () => undefined
  navigator.mediaDevices.addEventListener('devicechange', listener)
  return () => navigator.mediaDevices.removeEventListener('devicechange', listener)
}
