import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { DocumentWithExtras } from '#core/formats/format'
import { formatIds, formats, isFormatId } from '#core/formats/formats'
import { programLanguage, say } from '#core/messages/messages'
import { writeOutput } from '#studio/export/output-files'
import type { Studio } from '#studio/studio'
import { type Invocation, text } from '../arguments.ts'
import type { Terminal } from '../terminal.ts'

/** The formats asked for, each once. Throws `format.unknown`. */
export function readFormats(invocation: Invocation, otherwise: readonly string[]): readonly string[] {
  const given = text(invocation, 'format')
  if (given === undefined) return otherwise
  const asked = given.split(',').map((format) => format.trim())
  const unknown = asked.find((format) => !isFormatId(format))
  if (unknown !== undefined)
    throw new Fault('format.unknown', { format: unknown, known: formatIds.join(', ') })
  return [...new Set(asked)]
}

export function outputPath(folder: string, name: string, format: string): string {
  if (!isFormatId(format)) throw new Fault('format.unknown', { format, known: formatIds.join(', ') })
  return path.join(folder, name + formats[format].extension)
}

/** A document in one format. Speakers without a name are called in the transcript's own language. */
export function renderTranscript(document: DocumentWithExtras, format: string, name: string): string {
  const writer = isFormatId(format) ? formats[format].write : undefined
  if (!writer) throw new Fault('format.unknown', { format, known: formatIds.join(', ') })
  const language = programLanguage(document.transcript.language)
  return writer(document, { name, speakerLabel: (number) => say(language, 'speaker.numbered', { number }) })
    .text
}

export interface ResultPlan {
  readonly formats: readonly string[]
  readonly folder: string
  readonly name: string
  readonly overwrite: boolean
  readonly settingsKey: string
  readonly transcriptVersion: number
}

/** Writes a document in every format asked for and says so. */
export async function writeResults(
  studio: Studio,
  terminal: Terminal,
  document: DocumentWithExtras,
  plan: ResultPlan,
): Promise<void> {
  for (const format of plan.formats) {
    const file = outputPath(plan.folder, plan.name, format)
    const outcome = await writeOutput(
      studio.library,
      {
        path: file,
        format,
        recordingId: document.transcript.recordingId,
        settingsKey: plan.settingsKey,
        transcriptVersion: plan.transcriptVersion,
      },
      renderTranscript(document, format, plan.name),
      plan.overwrite,
    )
    const key = outcome === 'written' ? 'result.written' : 'result.done-before'
    const shown = path.relative(process.env.INIT_CWD ?? process.cwd(), file)
    terminal.note(
      outcome,
      { file, format },
      terminal.words(key, { file: shown.startsWith('..') ? file : shown }),
    )
  }
}
