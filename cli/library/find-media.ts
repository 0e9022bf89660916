import { Fault } from '#contracts/errors'
import { importRecording } from '#studio/originals/import-recording'
import type { StoredRecording } from '#studio/library/tables/recordings/recordings'
import type { Studio } from '#studio/studio'
import { resolveFromCallerDir } from '../options/arguments.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface FoundMedia {
  readonly recording: StoredRecording
  /** False if the name matched a recording of the library, not a file. */
  readonly isFile: boolean
}

/**
 * The recording of a file, added if it is new; if there is no such file, the library's recording with that id
 * or title. Faults: those of `importFile`, `recording.ambiguous`.
 */
export async function findMedia(
  studio: Studio,
  terminal: Terminal,
  named: string,
  signal: AbortSignal,
): Promise<FoundMedia> {
  try {
    return { recording: await importFile(studio, terminal, named, signal), isFile: true }
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'media.not-found') throw error
    const recording = await studio.library.recording(named).catch((unknown: unknown) => {
      if (unknown instanceof Fault && unknown.code === 'recording.unknown') throw error
      throw unknown
    })
    // A moved file is reported as missing, although the library knows its former path.
    if (recording.path === resolveFromCallerDir(named)) throw error
    return { recording, isFile: false }
  }
}

/**
 * Adds a file to the library, showing progress. Throws the faults of `importRecording`, with the file as
 * named by the user.
 */
export function importFile(
  studio: Studio,
  terminal: Terminal,
  file: string,
  signal: AbortSignal,
): Promise<StoredRecording> {
  const full = resolveFromCallerDir(file)
  return importRecording(studio.library, full, signal, (fraction) =>
    terminal.progress(file, { kind: 'step', step: 'import', fraction: Math.min(1, fraction) }),
  ).catch((error: unknown) => {
    if (error instanceof Fault && error.values.file === full) {
      throw new Fault(error.code, { ...error.values, file }, error.detail, error)
    }
    throw error
  })
}
