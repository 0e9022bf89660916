import { parentPort, workerData } from 'node:worker_threads'
import { type FeedInput, feedMessage } from './read-feed-bytes.ts'

parentPort?.postMessage(feedMessage(workerData as FeedInput))
