import type { Connection } from '#core/network/connection'
import type { Library } from '../library/library.ts'
import { isOpenIn } from '../library/lock/open-processes.ts'
import type { ConnectionChoice } from '../library/tables/sources/connections.ts'

/** The library's connections, newest first. */
export async function listedConnections(
  library: Pick<Library, 'connections' | 'folder'>,
  choice: ConnectionChoice,
): Promise<Connection[]> {
  const stored = await library.connections(choice)
  return stored.map(({ holder, outcome, ...connection }) => ({
    ...connection,
    state: outcome ?? (isOpenIn(library.folder, holder.id) ? 'running' : 'interrupted'),
  }))
}
