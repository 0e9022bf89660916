import type { LibraryEvent } from '../library-event.ts'
import type { EventCalls } from '../tables/events.ts'
import type { Store } from '../database/store.ts'

const POLL_MS = 100

export interface EventWatcher {
  add(watch: number, since: number | undefined): void
  remove(watch: number): void
  stop(): void
}

/**
 * While there are watches, checks every 100 ms whether the library has changed: its stamp shows changes by other
 * connections, `lastAppended` those by this one.
 */
export function eventWatcher(
  store: Store,
  events: EventCalls,
  deliver: (watch: number, events: LibraryEvent[]) => void,
): EventWatcher {
  const seen = new Map<number, number>()
  let timer: NodeJS.Timeout | undefined
  let lastState = ''
  const look = () => {
    const state = `${store.stamp()} ${store.lastAppended}`
    if (state === lastState) return
    for (const [watch, seq] of seen) {
      const fresh = events.eventsSince(seq)
      const newest = fresh.at(-1)
      if (newest === undefined) continue
      seen.set(watch, newest.seq)
      deliver(watch, fresh)
    }
    lastState = state
  }
  const stop = () => {
    clearInterval(timer)
    timer = undefined
  }
  return {
    add(watch, since) {
      seen.set(watch, since ?? events.lastEventNumber())
      // Delivers what the new watch missed even if nothing changes any more.
      lastState = ''
      timer ??= setInterval(look, POLL_MS)
    },
    remove(watch) {
      seen.delete(watch)
      if (seen.size === 0) stop()
    },
    stop,
  }
}
