import { workerData } from 'node:worker_threads'
import { sendAnswer } from '../processes/thread-answer.ts'
import type { ExportInput } from './export-aside.ts'
import { makeExport } from './make-export.ts'

const { document, format, options, sheet } = workerData as ExportInput

void sendAnswer(() =>
  makeExport(document, format, {
    ...options,
    ...(sheet === undefined ? {} : { sheet: () => Promise.resolve(sheet) }),
  }),
)
