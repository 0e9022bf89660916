import { Fault } from '#contracts/errors'
import type { DocumentWithExtras } from '#core/formats/format'
import { type FormatId, formats } from '#core/formats/formats'
import { fittedOutput } from '#core/formats/output-options'
import type { Sheet } from '#core/sheet/sheet'
import { askThread, type ThreadLimits } from '../processes/bounded-thread.ts'
import { entryLocation } from '../processes/entry-location.ts'
import { resultOf, type ThreadAnswer } from '../processes/thread-answer.ts'
import { type MadeExport, makeExport, type MakeExportOptions } from './make-export.ts'

/** Words that take a tenth of a second to write: two hours of speech. */
const SHORT_WORDS = 20_000
/** A PDF of the longest readable text takes minutes. */
const MAX_SECONDS = 1_200

/** Input of the thread. */
export interface ExportInput {
  readonly document: DocumentWithExtras
  readonly format: FormatId
  readonly options: Omit<MakeExportOptions, 'sound' | 'soundAround' | 'sheet'>
  readonly sheet: Sheet | undefined
}

/**
 * Like `makeExport`, in a separate thread for a long document: captions of a day take seconds, and other
 * requests are answered meanwhile. A page with its sound, whose text takes less, is made here. Additional
 * faults: `export.not-made`, `job.cancelled`.
 */
export async function makeExportAside(
  document: DocumentWithExtras,
  format: FormatId,
  options: MakeExportOptions,
  limits: ThreadLimits = {},
): Promise<MadeExport> {
  const { sound, soundAround, sheet, ...others } = options
  const { output: has } = formats[format]
  const output = fittedOutput(options.output ?? {}, has)
  const hasSound =
    (sound !== undefined && has.sound && output.sound) || (soundAround !== undefined && output.soundAround)
  if (hasSound || wordsOf(document) <= SHORT_WORDS) return await makeExport(document, format, options)
  const input: ExportInput = {
    document,
    format,
    options: others,
    sheet: output.sheet ? await sheet?.() : undefined,
  }
  return await madeInThread(input, limits)
}

async function madeInThread(input: ExportInput, limits: ThreadLimits): Promise<MadeExport> {
  const location = entryLocation('studio/export/export-worker.ts', 'export')
  const name = input.options.name ?? input.document.recording.fileName
  const file = `${name}${formats[input.format].extension}`
  try {
    const answer = await askThread<ThreadAnswer<MadeExport>>(location, input, file, {
      mostSeconds: MAX_SECONDS,
      ...limits,
    })
    return resultOf(answer)
  } catch (error) {
    const isOverLimit =
      error instanceof Fault && (error.code === 'format.too-slow' || error.code === 'format.too-large')
    if (!isOverLimit) throw error
    throw new Fault('export.not-made', { file }, error.detail ?? error.message, error)
  }
}

const wordsOf = ({ transcript }: DocumentWithExtras): number =>
  transcript.paragraphs.reduce((sum, { words }) => sum + words.length, 0)
