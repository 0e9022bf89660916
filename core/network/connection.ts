/** What a connection to another computer was for. `page`: something in a page asked for it, and was refused. */
export const connectionPurposes = [
  'model',
  'podcast',
  'episode',
  'picture',
  'chapters',
  'transcript',
  'newest-version',
  'page',
] as const
export type ConnectionPurpose = (typeof connectionPurposes)[number]

/** Where a person asked for it; `nobody`: it was refused. */
export const connectionAskers = ['models', 'podcasts', 'about', 'command', 'nobody'] as const
export type ConnectionAsker = (typeof connectionAskers)[number]

/**
 * How a connection ended. `complete`: the whole answer came; `unused`: Parolo needed no more of it; `cut-off`: it broke
 * before the end; `stopped`: a person stopped it; `failed`: no answer came; `blocked`: it was never made.
 */
export const connectionOutcomes = ['complete', 'unused', 'cut-off', 'stopped', 'failed', 'blocked'] as const
export type ConnectionOutcome = (typeof connectionOutcomes)[number]

/** One connection to another computer, or an attempt. */
export interface Connection {
  /** Rises with every connection. */
  readonly number: number
  readonly startedAtMs: number
  /** Name or address, with the port if it is not the usual one. */
  readonly host: string
  /** The proxy that it went through; null for none. */
  readonly proxy: string | null
  /** The whole address; null once what it was for is deleted. */
  readonly url: string | null
  readonly purpose: ConnectionPurpose
  /** Of what was fetched; null once it is deleted. */
  readonly title: string | null
  readonly askedBy: ConnectionAsker
  /** HTTP status; null without an answer. */
  readonly status: number | null
  /** `running`: a program is at it; `interrupted`: the program ended before the connection did. */
  readonly state: ConnectionOutcome | 'running' | 'interrupted'
  /** As they went over the wire, encryption included. */
  readonly sentBytes: number
  readonly receivedBytes: number
}

/** Of all connections since the list began. */
export interface ConnectionTotals {
  readonly sinceMs: number
  /** Without those that were blocked. */
  readonly count: number
  readonly blocked: number
  readonly sentBytes: number
  readonly receivedBytes: number
}
