import path from 'node:path'
import { Fault } from '#contracts/errors'
import { type CaptionNames, captionNames as nameChoices } from '#core/captions/caption-names'
import type { DocumentWithExtras, WriteOptions } from '#core/formats/format'
import { formatIds, formats, isFormatId } from '#core/formats/formats'
import { programLanguage, say } from '#core/messages/messages'
import { docx, writeDocx } from '#studio/export/docx'
import { writeOutput } from '#studio/export/output-files'
import type { RecordingDate } from '#studio/export/recording-date'
import type { Studio } from '#studio/studio'
import { choice, type Invocation, text } from '../arguments.ts'
import type { Terminal } from '../terminal.ts'

const known = [...formatIds, docx.id]
const isKnown = (format: string): format is (typeof known)[number] => known.some((id) => id === format)

/** The formats asked for, each once. Throws `format.unknown`; `usage.bad-option` for one that is no text on stdout. */
export function readFormats(invocation: Invocation, toStdout: boolean): readonly string[] {
  const given = text(invocation, 'format')
  if (given === undefined) return toStdout ? ['srt'] : ['srt', 'vtt']
  const asked = given.split(',').map((format) => format.trim())
  const unknown = asked.find((format) => !isKnown(format))
  if (unknown !== undefined) throw unknownFormat(unknown)
  if (toStdout && asked.includes(docx.id)) {
    throw new Fault('usage.bad-option', { option: `--stdout --format ${docx.id}`, verb: invocation.verb })
  }
  return [...new Set(asked)]
}

/** Whether SRT has speakers' names in its text. Throws `usage.bad-option`. */
export function readCaptionNames(invocation: Invocation): CaptionNames {
  return choice(invocation, 'names', nameChoices, 'never')
}

function unknownFormat(format: string): Fault {
  return new Fault('format.unknown', { format, known: known.join(', ') })
}

export function outputPath(folder: string, name: string, format: string): string {
  if (!isKnown(format)) throw unknownFormat(format)
  const { extension } = format === 'docx' ? docx : formats[format]
  return path.join(folder, name + extension)
}

/** A document in a format of text. Speakers without a name are called in the transcript's own language. */
export function renderText(
  document: DocumentWithExtras,
  format: string,
  name: string,
  captionNames: CaptionNames = 'never',
): string {
  const writer = isFormatId(format) ? formats[format].write : undefined
  if (!writer) throw unknownFormat(format)
  return writer(document, { ...writing(document, name), captionNames }).text
}

async function render(
  document: DocumentWithExtras,
  format: string,
  { name, captionNames, firstPage }: ResultPlan,
): Promise<string | Uint8Array> {
  if (format !== docx.id) return renderText(document, format, name, captionNames)
  const language = programLanguage(document.transcript.language)
  return writeDocx(document, { ...writing(document, name), language, firstPage })
}

function writing(document: DocumentWithExtras, name: string): WriteOptions {
  const language = programLanguage(document.transcript.language)
  return { name, speakerLabel: (number) => say(language, 'speaker.numbered', { number }) }
}

export interface ResultPlan {
  readonly formats: readonly string[]
  readonly folder: string
  readonly name: string
  readonly captionNames: CaptionNames
  /** The date on the first page of a Word document that has one to itself. */
  readonly firstPage: RecordingDate | null
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
      await render(document, format, plan),
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
