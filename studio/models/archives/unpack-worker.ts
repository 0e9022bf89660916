import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from '#contracts/errors'
import { unpackFile } from './unpack-file.ts'
import type { FromUnpacker, UnpackInput } from './unpack.ts'

const send = (message: FromUnpacker): void => parentPort?.postMessage(message)

unpackFile(workerData as UnpackInput, (bytes) => send({ kind: 'progress', bytes })).then(
  (names) => send({ kind: 'done', names }),
  (error: unknown) => {
    if (error instanceof Fault) {
      const { code, values, detail } = error
      send({ kind: 'fault', code, values, detail })
    } else {
      const { code = '', message } = error as NodeJS.ErrnoException
      send({ kind: 'system', code, message })
    }
  },
)
