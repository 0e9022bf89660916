import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from '#contracts/errors'
import { type FromReader, type ReaderInput, readText } from './read-text.ts'

const send = (message: FromReader): void => parentPort?.postMessage(message)

try {
  send({ kind: 'read', result: readText(workerData as ReaderInput) })
} catch (error) {
  if (!(error instanceof Fault)) throw error
  const { code, values, detail } = error
  send({ kind: 'fault', code, values, detail })
}
