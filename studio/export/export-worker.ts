import { answerEach } from '../processes/thread-answer.ts'
import type { ExportInput } from './export-aside.ts'
import { makeExport } from './make-export.ts'

answerEach(({ document, format, options, sheet }: ExportInput) =>
  makeExport(document, format, {
    ...options,
    ...(sheet === undefined ? {} : { sheet: () => Promise.resolve(sheet) }),
  }),
)
