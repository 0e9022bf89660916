import { workerData } from 'node:worker_threads'
import { sendAnswer } from '../../processes/thread-answer.ts'
import { type ReaderInput, readText } from './read-text.ts'

void sendAnswer(() => readText(workerData as ReaderInput))
