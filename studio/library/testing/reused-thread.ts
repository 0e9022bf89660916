/** Entry of a thread that serves one library after another. */
import { parentPort, type MessagePort } from 'node:worker_threads'
import { serveLibrary } from '../worker/serve-library.ts'
import type { WorkerData } from '../worker/worker-messages.ts'

parentPort?.on('message', ({ data, port }: { data: WorkerData; port: MessagePort }) =>
  serveLibrary(data, port),
)
