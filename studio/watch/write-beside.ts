import { createHash } from 'node:crypto'
import path from 'node:path'
import type { FileFacts } from '#contracts/drive'
import { Fault } from '#contracts/errors'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import type { DocumentWithExtras, Loss } from '#core/formats/format'
import { type FormatId, formats, isFormatId } from '#core/formats/formats'
import { nameLosses } from '#core/formats/name-losses'
import { makeExportAside } from '../export/export-aside.ts'
import type { MakeExportOptions } from '../export/make-export.ts'
import { minutesOptions } from '../export/minutes-options.ts'
import { withNewestRedactions } from '../export/newest-redactions.ts'
import { checkOutputFile, type OutputIdentity, writeOutput } from '../export/output-files.ts'
import { recordingSound } from '../export/recording-sound.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import { factsOfEntry } from '../drives/files.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { codeOf } from '../faults/error-code.ts'
import type { TranscriptFacts, WaitingFile } from '../library/library.ts'
import { readPreferences } from '../preferences.ts'
import type { Studio } from '../studio.ts'

/** `null`: later, as the folder is missing, or the file is being replaced. */
export type WrittenBeside = {
  readonly outputs: readonly string[]
  /** Names that captions were to show and that do not exist. */
  readonly nameLosses: readonly Loss[]
} | null

/**
 * Writes a transcript next to its file, in each format of the folder. Throws
 * `watch.moved-away` if the file is gone, `watch.name-taken` for a file that is not the program's own, and
 * the faults of the disk.
 */
export async function writeBeside(
  studio: Pick<Studio, 'library' | 'cacheFolder'>,
  { folder, path: relative, bytes, mtimeMs, recordingId }: WaitingFile,
  transcript: TranscriptFacts,
  signal: AbortSignal,
): Promise<WrittenBeside> {
  const source = path.join(folder.path, relative)
  const found = await factsOf(source, signal)
  if (found === null) {
    // No folder must be created in an empty mount point.
    if ((await factsOf(folder.path, signal)) === null) return null
    throw new Fault('watch.moved-away', { file: path.basename(source) })
  }
  if (found.bytes !== bytes || Math.round(found.mtimeMs) !== mtimeMs) return null
  const of = { transcriptId: transcript.id }
  return withNewestRedactions(studio.library, of, (beforeMoved) =>
    writeFormats(studio, source, { folder, recordingId }, transcript, { signal, beforeMoved }),
  )
}

async function writeFormats(
  studio: Pick<Studio, 'library' | 'cacheFolder'>,
  source: string,
  { folder, recordingId }: Pick<WaitingFile, 'folder' | 'recordingId'>,
  transcript: TranscriptFacts,
  { signal, beforeMoved }: { readonly signal: AbortSignal; readonly beforeMoved: () => Promise<void> },
): Promise<NonNullable<WrittenBeside>> {
  const { name, base, dir } = path.parse(source)
  const document = await transcriptDocument(studio.library, transcript.id, { title: name, fileName: base })
  const preferences = await readPreferences(studio.library)
  const captionNames = captionNamesOf(document.transcript, preferences.captionNames)
  const outputs: string[] = []
  const lost = new Map<string, Loss>()
  for (const format of folder.formats.filter(isFormatId)) {
    const content = await made(studio, document, format, { name, media: base, captionNames, signal })
    const output = { format, recordingId, settingsKey: keyOf(source), transcriptVersion: transcript.version }
    const place = await placeFor(
      studio,
      [name, base].map((stem) => path.join(dir, stem)),
      output,
    )
    await writeOutput(studio.library, { ...output, path: place.path }, content, place.isFormer, beforeMoved)
    outputs.push(place.path)
    for (const loss of nameLosses(document, formats[format], { captionNames })) lost.set(loss.code, loss)
  }
  return { outputs, nameLosses: [...lost.values()] }
}

async function made(
  { library, cacheFolder }: Pick<Studio, 'library' | 'cacheFolder'>,
  document: DocumentWithExtras,
  format: FormatId,
  {
    signal,
    ...given
  }: Required<Pick<MakeExportOptions, 'name' | 'media' | 'captionNames'>> & { readonly signal: AbortSignal },
): Promise<Uint8Array> {
  const isMinutes = formats[format].choices.minutes === true
  const options = {
    ...given,
    ...(isMinutes ? { minutes: await minutesOptions(library, document.transcript, {}) } : {}),
    sound: () => recordingSound({ library, cacheFolder }, document, { signal, onProgress: () => undefined }),
  }
  const { bytes } = await makeExportAside(document, format, options, { signal })
  return bytes
}

/** Identifies output written for this very file. */
const keyOf = (source: string): string =>
  `watch:${createHash('sha256').update(source.normalize('NFC')).digest('hex').slice(0, 24)}`

/**
 * `talk.srt`, or `talk.mp4.srt` if that is another file's. Replaces output written for the file before it
 * changed, if nobody has edited it since.
 */
async function placeFor(
  { library }: Pick<Studio, 'library'>,
  stems: readonly string[],
  output: Omit<OutputIdentity, 'path' | 'transcriptVersion'> & { readonly format: FormatId },
): Promise<{ readonly path: string; readonly isFormer: boolean }> {
  const places = stems.map((stem) => stem + formats[output.format].extension)
  for (const place of places) {
    const { state, sha256 } = await checkOutputFile(library, { ...output, path: place })
    if (state !== 'foreign') return { path: place, isFormer: false }
    const former = await library.output(place)
    if (former?.settingsKey === output.settingsKey && former.sha256 === sha256)
      return { path: place, isFormer: true }
  }
  throw new Fault('watch.name-taken', { file: path.basename(places[0] ?? '') })
}

/** Null if it does not exist. */
async function factsOf(file: string, signal: AbortSignal): Promise<FileFacts | null> {
  return factsOfEntry(file, { signal }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw diskFault(error, path.dirname(file))
  })
}
