import type { ConnectionAsker } from '#core/network/connection'
import type { Library } from '../library/library.ts'
import type { FindProxy } from '../network/proxy.ts'

/** What everything that fetches for podcasts needs. */
export interface PodcastParts {
  readonly library: Library
  /** Where a person asks for what is fetched. */
  readonly askedBy: ConnectionAsker
  readonly findProxy?: FindProxy | undefined
}
