import path from 'node:path'
import { Fault } from '#contracts/errors'
import { factsIfThere, readIfThere } from '../drives/files.ts'
import { LIBRARY_FILE } from '../library/database/library-file.ts'
import { MAX_MOVES, MOVED_NOTE, readMovedNote } from '../library/moved-library.ts'

export const hasLibraryIn = async (folder: string): Promise<boolean> =>
  (await factsIfThere(path.join(folder, LIBRARY_FILE))) !== null

/**
 * Like `presentFolder`, for libraries that may be on other drives: `drive.silent` if a drive does not
 * respond.
 */
export async function presentLibrary(folder: string): Promise<string> {
  let at = folder
  for (let moves = 0; moves < MAX_MOVES; moves += 1) {
    if (await hasLibraryIn(at)) return at
    const note = await readIfThere(path.join(at, MOVED_NOTE))
    if (note === null) {
      if (at === folder) return folder
      throw new Fault('move.not-there', { from: folder, to: at })
    }
    at = readMovedNote(note.toString('utf8'))
  }
  throw new Fault('move.not-there', { from: folder, to: at })
}
