import type { ConnectionAsker } from '#core/network/connection'
import type { Library } from '../library/library.ts'
import type { FindProxy } from '../network/proxy.ts'

/** Needed by everything that fetches for podcasts. */
export interface PodcastParts {
  readonly library: Library
  /** Where a person requests the fetch. */
  readonly askedBy: ConnectionAsker
  readonly findProxy?: FindProxy | undefined
}
