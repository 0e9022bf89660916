import type { MessagePort } from 'node:worker_threads'
import { eventWatcher } from './event-watcher.ts'
import { faultOf } from '../database/faults.ts'
import { checkInBackground } from '../database/background-check.ts'
import { eraseInBackground } from './erase-in-background.ts'
import { createLibraryCalls } from './library-calls.ts'
import type { LibraryCalls } from '../library.ts'
import { openStore, type OpenedStore } from '../database/open-store.ts'
import { openToRead } from '../database/open-to-read.ts'
import { renew, RENEW_MS } from '../lock/open-processes.ts'
import { rememberSound } from '../database/sound-file.ts'
import { sendSteps } from './send-steps.ts'
import { serveReading } from './serve-reading.ts'
import { toWire } from './wire-fault.ts'
import type { LibraryCallName, FromWorker, ToWorker, WorkerData } from './worker-messages.ts'

/** A gigabyte is erased in about this time. */
const CLOSING_MS = 6_000

/** Opens the library and answers its calls on `port` until it is closed there; then the port is closed. */
export function serveLibrary({ folder, self, isOnlyRead = false }: WorkerData, port: MessagePort): void {
  if (self !== undefined) {
    const renewal = setInterval(() => renew(folder, self), RENEW_MS).unref()
    port.once('close', () => clearInterval(renewal))
  }
  const send = (message: FromWorker): void => port.postMessage(message)
  try {
    if (isOnlyRead) serveReading(openToRead(folder), port)
    else serveOpened(openStore(folder, undefined, undefined, sendSteps(send)), port, send)
  } catch (error) {
    send({ kind: 'refused', fault: toWire(faultOf(error, folder)) })
    port.close()
  }
}

function serveOpened(
  { store, report, ...opened }: OpenedStore,
  port: MessagePort,
  send: (message: FromWorker) => void,
): void {
  let { checkedAt } = opened
  const tableCalls = createLibraryCalls(store)
  // Remnants that an earlier program could not erase, as others were using the library.
  tableCalls.erase()
  const calls: LibraryCalls = tableCalls
  const watcher = eventWatcher(store, tableCalls, (watch, events) => send({ kind: 'events', watch, events }))

  const check =
    checkedAt === null
      ? checkInBackground(store, () => {
          checkedAt = Date.now()
        })
      : null

  const erasure = eraseInBackground(store)

  const call = (name: LibraryCallName, values: readonly unknown[]): unknown =>
    (calls[name] as (...values: readonly unknown[]) => unknown)(...values)

  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'call':
        try {
          send({ kind: 'result', number: message.number, result: call(message.name, message.values) })
        } catch (error) {
          send({ kind: 'fault', number: message.number, fault: toWire(faultOf(error, store.folder)) })
        }
        return
      case 'watch':
        watcher.add(message.watch, message.since)
        return
      case 'unwatch':
        watcher.remove(message.watch)
        return
      case 'close':
        watcher.stop()
        check?.stop()
        erasure.stop(store.isDamaged ? 0 : CLOSING_MS)
        store.close()
        if (!store.isDamaged && checkedAt !== null) rememberSound(store.file, checkedAt)
        port.close()
    }
  })
  send({ kind: 'opened', report, names: Object.keys(calls) as LibraryCallName[] })
}
