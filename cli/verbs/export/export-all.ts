import path from 'node:path'
import { Fault } from '#contracts/errors'
import { legalFileName } from '#core/formats/legal-file-name'
import { copyBytes, factsIfThere, removeLeft, renameFile } from '#studio/drives/files'
import { exportedName } from '#studio/export/exported-name'
import { transcriptDocument } from '#studio/export/transcript-document'
import { diskFault } from '#studio/faults/disk-fault'
import { codeOf } from '#studio/faults/error-code'
import { makeFolder } from '#studio/files/make-folder'
import type { Library } from '#studio/library/library'
import type { StoredRecording } from '#studio/library/tables/recordings/recordings'
import { sha256OfFile } from '#studio/files/sha256-of-file'
import type { Studio } from '#studio/studio'
import { wantedRecordings } from '../../library/wanted-recordings.ts'
import { badOption, type Invocation, isOn, resolveFromCallerDir, text } from '../../options/arguments.ts'
import { readExportFormats } from '../../options/format-option.ts'
import { shownPath } from '../../results/results.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { runExport } from './run-export.ts'

/** One format for other programs, one for reading, and one with everything that Parolo knows. */
const FORMATS = 'docx,srt,json'

/**
 * Exports everything: a folder for each recording, with its documents and, with `--with-recordings`, its file
 * as imported, unless the file contains what was redacted or trimmed away. Files that are left out or fail to
 * export are reported; the rest is still exported.
 */
export async function runExportAll(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const [word] = invocation.words
  if (word !== undefined) throw badOption(invocation, 'all', word)
  if (isOn(invocation, 'cut')) throw new Fault('usage.bad-option', { option: '--all --cut', verb: 'export' })
  const format = text(invocation, 'format') ?? FORMATS
  readExportFormats({ ...invocation, options: { ...invocation.options, format } }, false)
  const top = resolveFromCallerDir(text(invocation, 'out') ?? '.')
  const names = new Set<string>()
  let failed = 0
  for await (const id of wantedRecordings(studio, [])) {
    if (signal.aborted) throw new Fault('job.cancelled')
    const { title, transcript, soundDeletion } = await studio.library.card(id)
    const folder = path.join(top, folderName(await exportedName(studio.library, { id, title }), id, names))
    const attempt = async (work: () => Promise<unknown>): Promise<void> => {
      try {
        await work()
      } catch (error) {
        if (signal.aborted) throw error
        failed += 1
        terminal.error(error, title)
      }
    }
    const options = { ...invocation.options, format, out: folder }
    // A transcript that is still being written has no complete document yet.
    if (transcript?.state === 'done')
      await attempt(() => runExport(studio, terminal, { ...invocation, words: [id], options }, signal))
    if (isOn(invocation, 'with-recordings') && (soundDeletion?.deletedOn ?? null) === null) {
      const recording = await studio.library.recording(id)
      // Captions that came without a recording.
      if (recording.bytes > 0)
        await attempt(async () => {
          const held = await leftOutOfText(studio.library, id)
          if (held === null) return copyRecording(recording, folder, terminal, signal)
          terminal.note(
            'recording-left-out',
            { id, title, held },
            terminal.words(`result.left-out.${held}`, { title }),
          )
        })
    }
  }
  if (names.size === 0) terminal.note('empty', {}, terminal.words('list.empty'))
  return failed > 0 ? 1 : 0
}

/** What the recording's file contains but its texts leave out: copying the file would disclose it. */
async function leftOutOfText(library: Library, recordingId: string): Promise<'redacted' | 'trimmed' | null> {
  for (const { id } of await library.transcriptsOf(recordingId)) {
    const { silences = [] } = await transcriptDocument(library, id)
    if (silences.length > 0) return 'redacted'
  }
  return (await library.trim(recordingId)) === null ? null : 'trimmed'
}

/**
 * The title, followed by the id if another recording has the same title, also on case-insensitive file
 * systems.
 */
function folderName(name: string, id: string, names: Set<string>): string {
  const own = names.has(name.toLowerCase()) ? `${name} (${id})` : name
  names.add(own.toLowerCase())
  return own
}

/** Copies the file and verifies that it is the imported one. Faults: `media.changed`, those of the disk. */
async function copyRecording(
  { path: file, fileName, sha256 }: StoredRecording,
  folder: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const target = path.join(folder, legalFileName(fileName, '', sha256.slice(0, 12)))
  const isThere = await sha256OfFile(target, signal).then(
    (found) => found === sha256,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    },
  )
  const reported = { file: target, format: 'recording' }
  if (isThere) {
    terminal.note('unchanged', reported, terminal.words('result.done-before', { file: shownPath(target) }))
    return
  }
  // The disk's own message would not say which of the two files is meant.
  if ((await factsIfThere(file, { signal })) === null) throw new Fault('media.moved', { file })
  const part = `${target}.${process.pid}.part`
  try {
    await makeFolder(folder)
    await copyBytes(file, part, { signal })
    if ((await sha256OfFile(part, signal)) !== sha256) throw new Fault('media.changed', { file })
    await renameFile(part, target)
  } catch (error) {
    await removeLeft(part)
    throw diskFault(error, folder)
  }
  terminal.note('written', reported, terminal.words('result.written', { file: shownPath(target) }))
}
