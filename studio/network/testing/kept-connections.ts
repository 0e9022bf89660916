import type { ConnectionEnd, NewConnection } from '../../library/tables/sources/connections.ts'
import { type ConnectionReason, type ConnectionStore, Ledger } from '../ledger.ts'

export const reason: ConnectionReason = {
  purpose: 'model',
  title: 'A model',
  askedBy: 'models',
  subject: 'model:a-model',
}

/** The test's process. */
export const self = { id: 'this-process', pid: process.pid }

export type KeptConnection = NewConnection & Partial<ConnectionEnd>

/** A ledger in memory, with its records. */
export function keptConnections(): { readonly ledger: Ledger; readonly kept: KeptConnection[] } {
  const kept: KeptConnection[] = []
  const store: ConnectionStore = {
    self,
    beginConnection: (connection) => Promise.resolve(kept.push(connection) - 1),
    endConnection(number, end) {
      const begun = kept[number]
      if (begun === undefined || begun.outcome !== undefined) throw new Error(`ended twice: ${number}`)
      kept[number] = { ...begun, ...end }
      return Promise.resolve()
    },
  }
  return { ledger: new Ledger(store, reason), kept }
}
