import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { isReplacingUnfinished } from './replace-contents.ts'

/** File left in the former folder of a moved library. */
export const MOVED_NOTE = 'library-moved.json'
const Note = z.object({ to: z.string() })
export const MAX_MOVES = 20

/** Writes the note, completely or not at all. */
export function noteMove(from: string, to: string): void {
  const file = path.join(from, MOVED_NOTE)
  writeFileSync(`${file}.part`, `${JSON.stringify({ to })}\n`)
  renameSync(`${file}.part`, file)
}

/**
 * The current folder of a library that was at `folder` and may have been moved. Fault `move.not-there` if the
 * drive that it was moved to is missing: an empty library in its place would look as if everything were lost.
 */
export function presentFolder(folder: string): string {
  let at = folder
  for (let moves = 0; moves < MAX_MOVES; moves += 1) {
    if (hasLibrary(at)) return at
    const to = movedTo(at)
    if (to === null) {
      // Its database is being put in place: the opening finishes that.
      if (at === folder || (existsSync(at) && isReplacingUnfinished(at))) return at
      throw new Fault('move.not-there', { from: folder, to: at })
    }
    at = to
  }
  throw new Fault('move.not-there', { from: folder, to: at })
}

export const hasLibrary = (folder: string): boolean => existsSync(path.join(folder, 'library.db'))

/** Where the library was moved to, from the text of its note. */
export const readMovedNote = (text: string): string => Note.parse(JSON.parse(text)).to

/** Where a folder's note says that its library was moved to; null without a note. */
export function movedTo(folder: string): string | null {
  try {
    return readMovedNote(readFileSync(path.join(folder, MOVED_NOTE), 'utf8'))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return null
    throw error
  }
}
