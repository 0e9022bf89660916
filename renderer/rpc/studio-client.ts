import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { StudioEvent } from '#contracts/events'

/** `refused`: the studio is reachable, but this page needs the address that it printed. */
export type ConnectionState = 'connected' | 'connecting' | 'lost' | 'refused'

/**
 * The studio as the page uses it, over any transport. A failed call rejects with a CallFailed that contains the
 * studio's error; a lost connection rejects pending calls with `connection.lost` and is re-established.
 */
export interface StudioClient {
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<CallOutput<Name>>
  /**
   * Receives every event of the library, in order; `events-missed` means that the state has to be fetched again.
   * Returns the function that unsubscribes.
   */
  onEvent(listener: (event: StudioEvent) => void): () => void
  readonly connection: ConnectionState
  onConnection(listener: (state: ConnectionState) => void): () => void
}
