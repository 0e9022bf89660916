import { parentPort } from 'node:worker_threads'
import { type FeedInput, feedMessage } from './read-feed-bytes.ts'

parentPort?.on('message', (input: FeedInput) => parentPort?.postMessage(feedMessage(input)))
