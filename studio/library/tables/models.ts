import type { Store } from '../database/store.ts'

/** A model that a person added; the embedded ones are in no table. */
export interface ModelRecord {
  readonly id: string
  /** The catalogue's entry as JSON; its shape is the catalogue's affair. */
  readonly entry: string
  readonly folder: string
  readonly sha256: string
}

export interface ModelCalls {
  models(): ModelRecord[]
  /** A model of the same id is replaced. */
  addModel(model: ModelRecord): void
  /** Told to every page, also of a model that is in no table. Its folder is the caller's to delete. */
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
        append('model-removed', { modelId: id })
      })
    },
  }
}
