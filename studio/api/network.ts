import type { GroupApi } from '#contracts/calls/calls'
import { connectionSubject } from '../library/connection-subject.ts'
import { listedConnections } from '../network/listed-connections.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function networkApi({ library }: Pick<Studio, 'library'>): GroupApi<'network', CallOptions> {
  return {
    async list({ recordingId, limit }) {
      const subject = recordingId === undefined ? undefined : connectionSubject('recording', recordingId)
      // One extra row shows whether there are more.
      const found = await listedConnections(library, { limit: limit + 1, subject })
      return {
        totals: await library.connectionTotals(),
        connections: found.slice(0, limit),
        hasMore: found.length > limit,
      }
    },
  }
}
