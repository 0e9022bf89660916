import type { Connection } from '#core/network/connection'
import type { Library } from '../library/library.ts'
import type { ConnectionChoice } from '../library/tables/connections.ts'
import { isProcessAlive } from '../processes/process-liveness.ts'

/** Connections of the library, the newest first. */
export async function listedConnections(
  library: Pick<Library, 'connections'>,
  choice: ConnectionChoice,
): Promise<Connection[]> {
  const stored = await library.connections(choice)
  return stored.map(({ holder, outcome, ...connection }) => ({
    ...connection,
    state: outcome ?? (isProcessAlive(holder) ? 'running' : 'interrupted'),
  }))
}
