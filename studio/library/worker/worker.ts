/** Entry of the library's worker thread, the only place where its database is open. */
import { parentPort, workerData } from 'node:worker_threads'
import { serveLibrary } from './serve-library.ts'
import type { WorkerData } from './worker-messages.ts'

if (parentPort === null) throw new Error('worker.ts runs in a worker thread')
serveLibrary(workerData as WorkerData, parentPort)
