/**
 * Purpose of a connection to another computer. `page`: something in a page requested it, and it was refused.
 */
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

/** Where a person requested it; `nobody`: it was refused. */
export const connectionAskers = ['models', 'podcasts', 'about', 'command', 'nobody'] as const
export type ConnectionAsker = (typeof connectionAskers)[number]

/**
 * How a connection ended. `complete`: the whole answer arrived; `unused`: Parolo needed no more of it;
 * `cut-off`: it broke before the end; `stopped`: a person stopped it; `failed`: no answer arrived; `blocked`:
 * it was never made.
 */
export const connectionOutcomes = ['complete', 'unused', 'cut-off', 'stopped', 'failed', 'blocked'] as const
export type ConnectionOutcome = (typeof connectionOutcomes)[number]

/** A connection to another computer, or an attempt. */
export interface Connection {
  /** Increases with every connection. */
  readonly number: number
  readonly startedAtMs: number
  /** Name or address, with the port if it is not the default. */
  readonly host: string
  /** The proxy that it went through; null for none. */
  readonly proxy: string | null
  /** The full address; null once its subject is deleted. */
  readonly url: string | null
  readonly purpose: ConnectionPurpose
  /** Title of what was fetched; null once it is deleted. */
  readonly title: string | null
  readonly askedBy: ConnectionAsker
  /** HTTP status; null without an answer. */
  readonly status: number | null
  /** `running`: a program is using it; `interrupted`: the program ended before the connection did. */
  readonly state: ConnectionOutcome | 'running' | 'interrupted'
  /** As transferred, including encryption. */
  readonly sentBytes: number
  readonly receivedBytes: number
}

/** Totals of all connections since the list began. */
export interface ConnectionTotals {
  readonly sinceMs: number
  /** Excluding blocked ones. */
  readonly count: number
  readonly blocked: number
  readonly sentBytes: number
  readonly receivedBytes: number
}
