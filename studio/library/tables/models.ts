import { connectionSubject } from '../connection-subject.ts'
import { forgetConnections } from './sources/connections.ts'
import type { Store } from '../database/store.ts'
import { OF_NO_RECORDING, type TableDescription } from '../table-description.ts'

/** A model that a person added; embedded models are in no table. */
export interface ModelRecord {
  readonly id: string
  /** The catalog entry as JSON; its shape is defined by the catalog. */
  readonly entry: string
  readonly folder: string
  readonly sha256: string
}

export interface ModelCalls {
  models(): ModelRecord[]
  /** Replaces a model with the same id. */
  addModel(model: ModelRecord): void
  /** Logs an event, also for a model that is in no table. The caller deletes the model's folder. */
  removeModel(id: string): void
}

export function createModelCalls(store: Store): ModelCalls {
  return {
    models: () => store.rows<ModelRecord>('SELECT id, entry, folder, sha256 FROM models ORDER BY id'),
    addModel({ id, entry, folder, sha256 }) {
      store.change((append) => {
        store.run(
          `INSERT INTO models (id, entry, folder, sha256) VALUES (?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET entry = excluded.entry, folder = excluded.folder, sha256 = excluded.sha256`,
          id,
          entry,
          folder,
          sha256,
        )
        append('model-added', { modelId: id })
      })
    },
    removeModel(id) {
      store.change((append) => {
        store.run('DELETE FROM models WHERE id = ?', id)
        forgetConnections(store, connectionSubject('model', id))
        append('model-removed', { modelId: id })
      })
    },
  }
}

export const modelsTable: TableDescription = {
  name: 'models',
  ...OF_NO_RECORDING,
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
