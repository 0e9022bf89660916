import path from 'node:path'
import type { CaptionNames } from '#core/captions/caption-names'
import type { Preset } from '#core/captions/presets/preset'
import type { DocumentWithExtras, MinutesOptions } from '#core/formats/format'
import { type FormatId, formats } from '#core/formats/formats'
import { lossWords, nameWords } from '#core/formats/loss-words'
import type { OutputOptions } from '#core/formats/output-options'
import { shiftedDocument } from '#core/formats/shifted-document'
import { makeExport, type MakeExportOptions } from '#studio/export/make-export'
import { writeOutput } from '#studio/export/output-files'
import type { RecordingDate } from '#studio/export/recording-date'
import type { Studio } from '#studio/studio'
import { cutByPreset } from '../options/preset-option.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** A path as printed: relative to the user's working folder, if it is below it. */
export function shownPath(file: string): string {
  const shown = path.relative(process.env.INIT_CWD ?? process.cwd(), file)
  return shown.startsWith('..') ? file : shown
}

export function outputPath(folder: string, name: string, format: FormatId): string {
  return path.join(folder, name + formats[format].extension)
}

/** `NAME.fr` for a translation. */
export const translatedName = (name: string, translation: string | undefined): string =>
  translation === undefined ? name : `${name}.${translation}`

/** Prints a document in a text format. */
export async function printResult(
  terminal: Terminal,
  document: DocumentWithExtras,
  format: FormatId,
  {
    preset = null,
    translation,
    beforeMoved,
    ...options
  }: Pick<ResultPlan, 'name'> &
    Partial<
      Pick<
        ResultPlan,
        | 'captionNames'
        | 'preset'
        | 'output'
        | 'translation'
        | 'minutes'
        | 'sound'
        | 'soundAround'
        | 'sheet'
        | 'beforeMoved'
      >
    >,
): Promise<void> {
  const cut = cutByPreset(shifted(document, options.output), preset, translation)
  const { bytes, losses } = await makeExport(cut.document, format, {
    ...options,
    ...cut.options,
    output: unshifted(options.output),
  })
  const unnamed = nameWords(losses, terminal.language)
  if (unnamed !== null) terminal.note('unnamed', { format, losses }, unnamed)
  await beforeMoved?.()
  terminal.result(bytes)
}

export interface ResultPlan {
  readonly formats: readonly FormatId[]
  readonly folder: string
  readonly name: string
  readonly captionNames?: CaptionNames
  /** Caption rules; null: the transcript's own. */
  readonly preset: Preset | null
  /** Options of the files. */
  readonly output: Partial<OutputOptions>
  /** Language of the translation to write; undefined: the document's own text. */
  readonly translation?: string | undefined
  /** For minutes. */
  readonly minutes?: MinutesOptions
  /** For pages that embed sound. */
  readonly sound: NonNullable<MakeExportOptions['sound']>
  /** For minutes that embed the sound around their items. */
  readonly soundAround?: NonNullable<MakeExportOptions['soundAround']>
  /** For formats that can contain it. */
  readonly sheet: NonNullable<MakeExportOptions['sheet']>
  /** Date on the title page of a Word document; null: no title page. */
  readonly firstPage: RecordingDate | null
  /** How that date is written. */
  readonly locale: string
  readonly overwrite: boolean
  /** Called when a file is whole; it is not kept if it throws. */
  readonly beforeMoved: () => Promise<void>
  readonly settingsKey: string
  readonly transcriptVersion: number
}

/** Times are shifted before any format is written, including reading formats. */
const shifted = (document: DocumentWithExtras, output: Partial<OutputOptions> = {}): DocumentWithExtras =>
  shiftedDocument(document, output.offsetMs ?? 0)

const unshifted = (output: Partial<OutputOptions> = {}): Partial<OutputOptions> => ({
  ...output,
  offsetMs: 0,
})

/** Writes a document in every requested format; prints the files, and what each format leaves out. */
export async function writeResults(
  studio: Studio,
  terminal: Terminal,
  document: DocumentWithExtras,
  plan: ResultPlan,
): Promise<void> {
  const cut = cutByPreset(shifted(document, plan.output), plan.preset, plan.translation)
  for (const format of plan.formats) {
    const file = outputPath(plan.folder, translatedName(plan.name, plan.translation), format)
    const made = await makeExport(cut.document, format, {
      ...plan,
      ...cut.options,
      output: unshifted(plan.output),
    })
    const outcome = await writeOutput(
      studio.library,
      {
        path: file,
        format,
        recordingId: document.transcript.recordingId,
        settingsKey: plan.settingsKey,
        transcriptVersion: plan.transcriptVersion,
      },
      made.bytes,
      plan.overwrite,
      plan.beforeMoved,
    )
    const key = outcome === 'written' ? 'result.written' : 'result.done-before'
    const line = terminal.words(key, { file: shownPath(file) })
    const losses = outcome === 'written' ? lossWords(made.losses, format, terminal.language) : null
    terminal.note(
      outcome,
      { file, format, losses: made.losses },
      losses === null ? line : `${line}\n  ${losses}`,
    )
  }
}
