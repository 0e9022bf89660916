import { parentPort, workerData } from 'node:worker_threads'
import { diarizePieces } from '#core/speakers/diarize'
import type { DiarizeInput } from './diarize-in-worker.ts'

parentPort?.postMessage(diarizePieces(workerData as DiarizeInput))
