import type { DocumentWithExtras } from '#core/formats/format'
import { ensureWritable } from '#studio/export/output-files'
import { dateOfRecording } from '#studio/export/recording-date'
import type { StoredRecording } from '#studio/library/tables/recordings/recordings'
import { transcriptSheet } from '#studio/sheet/transcript-sheet'
import type { Studio } from '#studio/studio'
import { type Invocation, isOn } from '../options/arguments.ts'
import { outFolder } from '../options/out-folder.ts'
import { readFormats } from '../options/format-option.ts'
import { readOutputOptions } from '../options/output-options.ts'
import { presetOption, readCaptionNames } from '../options/preset-option.ts'
import { readingOptions, withReading } from '../options/reading-options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { checkWholeText, readMinutes } from './minutes.ts'
import { soundForPages } from './page-sound.ts'
import { outputPath, printResult, writeResults } from './results.ts'

/** Options for where and how to write the results of a transcription. Throws the faults of the options. */
export async function readResultOptions(invocation: Invocation) {
  const toStdout = isOn(invocation, 'stdout')
  const preset = await presetOption(invocation)
  const formats = readFormats(invocation, toStdout)
  checkWholeText(invocation, formats)
  return {
    formats,
    output: readOutputOptions(invocation, formats),
    names: readCaptionNames(invocation, preset),
    reading: readingOptions(invocation),
    preset,
    firstPage: isOn(invocation, 'first-page'),
    invocation,
    toStdout,
    folder: outFolder(invocation),
    overwrite: isOn(invocation, 'overwrite'),
  }
}

/** Of a source whose document was read. */
interface ReadSource {
  /** Called when a file is whole; it is not kept if it throws. */
  readonly beforeMoved: () => Promise<void>
}

export type ResultOptions = Awaited<ReturnType<typeof readResultOptions>>

/** The recording whose results are written, their file name without extension, and the key of the request. */
export interface ResultSource {
  readonly recording: StoredRecording
  readonly name: string
  readonly key: string
  readonly signal: AbortSignal
}

/**
 * Throws `output.exists` before any work, if a result would replace a file that the program did not write.
 */
export async function ensureResultsWritable(
  studio: Studio,
  options: ResultOptions,
  { recording, name, key }: ResultSource,
): Promise<void> {
  if (options.toStdout || options.overwrite) return
  for (const format of options.formats) {
    const path = outputPath(options.folder, name, format)
    await ensureWritable(studio.library, { path, format, recordingId: recording.id, settingsKey: key })
  }
}

/** Writes or prints the results. */
export async function giveResults(
  studio: Studio,
  terminal: Terminal,
  given: DocumentWithExtras,
  options: ResultOptions,
  { recording, name, key, signal, beforeMoved }: ResultSource & ReadSource,
): Promise<void> {
  const { formats, names, preset, output, folder, overwrite } = options
  const document = withReading(given, options.reading)
  const minutes = await readMinutes(options.invocation, studio, formats, document)
  const sound = soundForPages(studio, terminal, document, { file: recording.fileName, signal })
  const sheet = () => transcriptSheet(studio, given)
  if (options.toStdout) {
    const printed = { name, preset, output, ...names, ...minutes, sound, sheet, beforeMoved }
    await printResult(terminal, document, formats[0] ?? 'srt', printed)
    return
  }
  await writeResults(studio, terminal, document, {
    formats,
    folder,
    name,
    ...names,
    ...minutes,
    sound,
    sheet,
    preset,
    output,
    firstPage: options.firstPage ? await dateOfRecording(studio.library, recording) : null,
    locale: terminal.locale,
    overwrite,
    beforeMoved,
    settingsKey: key,
    transcriptVersion: (await studio.library.transcriptFacts(document.transcript.id))?.version ?? 0,
  })
}
