import { parentPort, workerData } from 'node:worker_threads'
import { type WorkerInput, workerResult } from './places-input.ts'

parentPort?.postMessage(workerResult(workerData as WorkerInput))
