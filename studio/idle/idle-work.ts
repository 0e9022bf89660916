import type { Preferences } from '#contracts/preferences'
import type { LibraryEvent } from '../library/library.ts'

/** A kind of job that is done in idle time. */
export interface IdleWork {
  readonly kind: string
  isWanted(preferences: Preferences): boolean
  /** Requests its next job; false if there is nothing to do. Ends early once `isClosed`. */
  request(isClosed: () => boolean): Promise<boolean>
  /** What had nothing to do may have something now. */
  noticed(event: LibraryEvent['kind']): void
}
