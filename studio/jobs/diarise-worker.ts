import { parentPort, workerData } from 'node:worker_threads'
import { diarise } from '#core/speakers/diarise'
import type { DiariseInput } from './diarise-in-worker.ts'

parentPort?.postMessage(diarise(workerData as DiariseInput))
