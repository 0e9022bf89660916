import type { OwnClock } from './own-clock.ts'

/** What a reloaded page needs to continue its recording. */
export interface KeptRunning {
  readonly runningId: string
  readonly clock: OwnClock
  readonly willTranscribe: boolean
}

const STORED_AT = 'parolo.recording'

export function keepRunning(kept: KeptRunning): void {
  window.localStorage.setItem(STORED_AT, JSON.stringify(kept))
}

export function keptRunning(): KeptRunning | null {
  const text = window.localStorage.getItem(STORED_AT)
  return text === null ? null : (JSON.parse(text) as KeptRunning)
}

export function forgetRunning(): void {
  window.localStorage.removeItem(STORED_AT)
}
