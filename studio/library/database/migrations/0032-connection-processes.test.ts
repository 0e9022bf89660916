import { expect, it } from 'vitest'
import { listedConnections } from '../../../network/listed-connections.ts'
import { openedLibrary, temporaryFolder } from '../../testing/fixtures.ts'
import { openStore } from '../open-store.ts'
import { connectionProcesses } from './0032-connection-processes.ts'
import { migrations } from './migrations.ts'

it('a connection of before whose program was killed is interrupted, whoever has its process number', async () => {
  const folder = temporaryFolder()
  const { store } = openStore(folder, migrations.slice(0, connectionProcesses.version - 1))
  store.database
    .prepare(
      `INSERT INTO connections (started_at_ms, host, purpose, title, asked_by, pid)
        VALUES (1, 'example.org', 'model', 'A model', 'command', ?)`,
    )
    .run(process.pid)
  store.close()
  const library = await openedLibrary(folder)
  expect(await listedConnections(library, { limit: 9 })).toMatchObject([
    { host: 'example.org', title: 'A model', state: 'interrupted' },
  ])
})
