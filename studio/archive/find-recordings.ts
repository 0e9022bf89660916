import { opendir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { type ListedRecording, readList, type ReadList } from '#core/archive/list-file'
import { noFacts } from '#core/archive/manifest'
import { diskFault } from '../faults/disk-fault.ts'
import { codeOf } from '../faults/error-code.ts'
import { isMediaFile } from '#core/formats/media-files'

export interface FoundRecordings {
  /** Absolute paths, without duplicates. */
  readonly recordings: readonly ListedRecording[]
  /** Invalid lines of lists. */
  readonly badLines: readonly (ReadList['problems'][number] & { readonly list: string })[]
}

/**
 * Recordings from files, folders with everything below them (files whose names indicate sound; hidden ones
 * and the folder `except` are left out), and lists (`.tsv`). Faults: `media.not-found`,
 * `archive.no-path-column`, those of the disk.
 */
export async function findRecordings(inputs: readonly string[], except: string): Promise<FoundRecordings> {
  const recordings = new Map<string, ListedRecording>()
  const badLines: FoundRecordings['badLines'][number][] = []
  const add = (recording: ListedRecording): void => {
    // A list's facts about a file take precedence over finding it in a folder.
    const known = recordings.get(recording.path)
    if (known === undefined || isBare(known)) recordings.set(recording.path, recording)
  }
  for (const input of inputs) {
    const full = path.resolve(input)
    const facts = await stat(full).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
        throw new Fault('media.not-found', { file: input })
      throw diskFault(error, full)
    })
    if (facts.isDirectory()) {
      for await (const file of mediaBelow(full, path.resolve(except))) add({ ...noFacts, path: file })
    } else if (/\.tsv$/iu.test(full)) {
      const list = readList(await readFile(full, 'utf8'))
      if (list.recordings === null) throw new Fault('archive.no-path-column', { file: input })
      for (const one of list.recordings) add({ ...one, path: path.resolve(path.dirname(full), one.path) })
      badLines.push(...list.problems.map((problem) => ({ ...problem, list: input })))
    } else add({ ...noFacts, path: full })
  }
  return { recordings: [...recordings.values()], badLines }
}

const isBare = ({ path: _path, ...facts }: ListedRecording): boolean =>
  Object.values(facts).every((value) => value === '')

/** In order of name, so that the same folder always gives the same manifest. */
async function* mediaBelow(folder: string, except: string): AsyncGenerator<string> {
  const [files, folders]: [string[], string[]] = [[], []]
  try {
    for await (const entry of await opendir(folder)) {
      const full = path.join(folder, entry.name)
      if (entry.name.startsWith('.') || full === except) continue
      if (entry.isDirectory()) folders.push(full)
      else if ((entry.isFile() || entry.isSymbolicLink()) && isMediaFile(entry.name)) files.push(full)
    }
  } catch (error) {
    throw diskFault(error, folder)
  }
  yield* files.sort()
  for (const below of folders.sort()) yield* mediaBelow(below, except)
}
