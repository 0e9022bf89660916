import { z } from 'zod'
import type { Connection, ConnectionTotals } from '#core/network/connection'
import { connectionAskers, connectionOutcomes, connectionPurposes } from '#core/network/connection'
import type { CallGroup } from './call.ts'

const count = z.number().int().nonnegative()

/** Core's Connection. */
export const ConnectionShape = z.object({
  number: count,
  startedAtMs: z.number(),
  host: z.string(),
  proxy: z.string().nullable(),
  url: z.string().nullable(),
  purpose: z.enum(connectionPurposes),
  title: z.string().nullable(),
  askedBy: z.enum(connectionAskers),
  status: z.number().int().nullable(),
  state: z.enum([...connectionOutcomes, 'running', 'interrupted']),
  sentBytes: count,
  receivedBytes: count,
}) satisfies z.ZodType<Connection>

/** Core's ConnectionTotals. */
export const ConnectionTotalsShape = z.object({
  sinceMs: z.number(),
  count,
  blocked: count,
  sentBytes: count,
  receivedBytes: count,
}) satisfies z.ZodType<ConnectionTotals>

export const networkCalls = {
  /** Connections to other computers, newest first; `totals` covers all of them. */
  list: {
    in: z.object({
      /** Only connections for this recording. */
      recordingId: z.string().exactOptional(),
      limit: z.number().int().min(1).max(1_000),
    }),
    out: z.object({
      totals: ConnectionTotalsShape,
      connections: z.array(ConnectionShape),
      hasMore: z.boolean(),
    }),
  },
} as const satisfies CallGroup
