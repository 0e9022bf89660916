import { parentPort, workerData } from 'node:worker_threads'
import { type PlacesInput, placesOf } from './places-input.ts'

parentPort?.postMessage(placesOf(workerData as PlacesInput))
