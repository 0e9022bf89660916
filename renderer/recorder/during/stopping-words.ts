import { formatDuration } from '../../ui/format-duration.ts'
import type { Say } from '../../ui/words.tsx'
import type { Running } from '../running/recorder-store.ts'

/** Shown after Stop, until everything is on disk. */
export function stoppingWords({ isConnected, keptMs }: Running, say: Say): string {
  return isConnected ? say('rec.stopping') : say('rec.stopping.away', { time: formatDuration(keptMs) })
}
