import { formatDuration } from '../ui/format-duration.ts'

/** `12:28.140` */
export function cueTime(ms: number): string {
  return `${formatDuration(ms)}.${String(Math.round(ms) % 1_000).padStart(3, '0')}`
}
