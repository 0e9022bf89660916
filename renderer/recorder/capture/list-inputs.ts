import type { KnownInput } from './device-watch.ts'

export interface ListedInput extends KnownInput {
  /** Records what another device plays: the computer's own sound. */
  readonly isMonitor: boolean
}

const MONITOR =
  /\bmonitor\b|\bloopback\b|\bstereo mix\b|\bblackhole\b|\bsoundflower\b|\bmoniteur\b|\bmixage stéréo\b/iu

/** The system's inputs; labels are empty until the person has allowed one. */
export async function listInputs(): Promise<readonly ListedInput[]> {
  if (!('mediaDevices' in navigator)) return []
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter(({ kind }) => kind === 'audioinput')
    .map(({ deviceId, label }) => ({ deviceId, label, isMonitor: isMonitor(label) }))
}

export const isMonitor = (label: string): boolean => MONITOR.test(label)

/** Calls back when devices appear or disappear, until the returned function is called. */
export function onInputsChanged(listener: () => void): () => void {
  if (!('mediaDevices' in navigator)) return () => undefined
  navigator.mediaDevices.addEventListener('devicechange', listener)
  return () => navigator.mediaDevices.removeEventListener('devicechange', listener)
}
