import type { MessagePort } from 'node:worker_threads'
import { faultOf } from '../database/faults.ts'
import type { Store } from '../database/store.ts'
import { createSearchCalls } from '../tables/search/search.ts'
import { toWire } from './wire-fault.ts'
import type { FromWorker, LibraryCallName, ToWorker } from './worker-messages.ts'

/** Answers the calls of a library that is only searched. */
export function serveReading(store: Store, port: MessagePort): void {
  const send = (message: FromWorker): void => port.postMessage(message)
  const calls = createSearchCalls(store)
  const known: Readonly<Record<string, unknown>> = { ...calls }
  port.on('message', (message: ToWorker) => {
    if (message.kind === 'close') {
      store.close()
      port.close()
      return
    }
    if (message.kind !== 'call') return
    const { number, name, values } = message
    try {
      const result = (known[name] as (...values: readonly unknown[]) => unknown)(...values)
      send({ kind: 'result', number, result })
    } catch (error) {
      send({ kind: 'fault', number, fault: toWire(faultOf(error, store.folder)) })
    }
  })
  send({ kind: 'opened', report: null, names: Object.keys(calls) as LibraryCallName[] })
}
