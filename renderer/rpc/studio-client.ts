import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { StudioEvent } from '#contracts/events'

export type ConnectionState = 'connected' | 'connecting' | 'lost'

/**
 * The studio as the page sees it, over whatever transport. A call that fails rejects with a CallFailed that carries
 * the wire's error; a lost connection rejects what is in flight with `connection.lost` and is tried again.
 */
export interface StudioClient {
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<CallOutput<Name>>
  /** Every event of the library, in order; `events-missed` says: ask for the state again. Returns its undo. */
  onEvent(listener: (event: StudioEvent) => void): () => void
  readonly connection: ConnectionState
  onConnection(listener: (state: ConnectionState) => void): () => void
}
