import type { Say } from '../ui/words.tsx'

/** `about 14 min left`; rounded, because it is an estimate. `seconds` is null while there is none. */
export function timeLeft(seconds: number | null, say: Say): string {
  if (seconds === null) return say('library.left.unknown')
  if (seconds < 50) return say('library.left.minute')
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 60) return say('library.left.minutes', { minutes })
  return say('library.left.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
