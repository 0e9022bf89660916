import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { MOVED_NOTE, movedTo, noteMove } from './moved-library.ts'
import { LIBRARY_FILE } from './database/library-file.ts'
import { LOCK_FILE } from './lock/library-lock.ts'
import { OPEN_FOLDER } from './lock/open-processes.ts'

/** In the folder of a library while it is moved: where to. */
export const MOVING_NOTE = 'library-moving.json'
/** In the folder that it is moved to, as long as the former one has the other note: of which move it is. */
export const ARRIVED_NOTE = 'library-arrived.json'

const Moving = z.object({ id: z.string(), to: z.string(), staging: z.string() })
const Arrived = z.object({ id: z.string() })

/** A move to the folder `to`, for which `staging` is filled and then renamed. */
export type Moving = z.infer<typeof Moving>

/** Before anything of a move is made. */
export function noteMoving(from: string, moving: Moving): void {
  // Of an earlier move from here, after which the library was put back: from now on it says that all of this one has arrived.
  rmSync(join(from, MOVED_NOTE), { force: true })
  const file = join(from, MOVING_NOTE)
  writeFileSync(`${file}.part`, `${JSON.stringify(moving)}\n`)
  renameSync(`${file}.part`, file)
}

/** The first file of the staging folder. */
export const noteArrival = ({ id, staging }: Moving): void =>
  writeFileSync(join(staging, ARRIVED_NOTE), `${JSON.stringify({ id })}\n`)

/**
 * Finishes a move that was cut off, if all of the library had arrived, and else removes what was there of it. Only for who is
 * alone with the library in `from`.
 */
export function finishMove(from: string): void {
  const moving = noted(join(from, MOVING_NOTE), Moving)
  if (moving === null) return
  // The first is left before anything is deleted here, and can be read also where the other drive is not there.
  const hasArrived =
    movedTo(from) === moving.to || noted(join(moving.to, ARRIVED_NOTE), Arrived)?.id === moving.id
  if (hasArrived) {
    leaveFolder(from, moving)
    return
  }
  removeStaging(moving)
  rmSync(join(from, MOVING_NOTE))
}

/** Everything has arrived: the former folder is emptied but for the note that says where the library is now. */
export function leaveFolder(from: string, { to }: Pick<Moving, 'to'>): void {
  noteMove(from, to)
  const last = [LIBRARY_FILE, MOVING_NOTE]
  const kept = new Set([...last, MOVED_NOTE, LOCK_FILE, OPEN_FOLDER])
  for (const name of readdirSync(from))
    if (!kept.has(name)) rmSync(join(from, name), { recursive: true, force: true })
  removeOpenFolder(from)
  // As long as they are there, the next opening goes on here.
  for (const name of last) rmSync(join(from, name), { force: true })
  rmSync(join(to, ARRIVED_NOTE), { force: true })
}

function removeOpenFolder(from: string): void {
  try {
    rmSync(join(from, OPEN_FOLDER), { recursive: true, force: true })
  } catch (error) {
    // Windows removes no open file: that of a program that waits for the library, which removes it itself.
    if (!['EBUSY', 'EPERM', 'ENOTEMPTY'].includes(codeOf(error) ?? '')) throw error
  }
}

/** Removes a staging folder, which may be on a drive that is not there any more. */
export function removeStaging({ id, staging }: Moving): void {
  if (noted(join(staging, ARRIVED_NOTE), Arrived)?.id === id) {
    rmSync(staging, { recursive: true, force: true })
    return
  }
  try {
    // Nothing was placed in it yet, or it is another's.
    rmdirSync(staging)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
  }
}

/** Fault `library.moved` where a library was here, so that no empty one is made in its place. */
export function refuseMoved(folder: string): void {
  const to = movedTo(folder)
  if (to !== null && !existsSync(join(folder, LIBRARY_FILE))) throw new Fault('library.moved', { folder, to })
}

/** Null where there is none, or one that was cut off. */
function noted<Note>(file: string, shape: z.ZodType<Note>): Note | null {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (codeOf(error) !== undefined || error instanceof SyntaxError || error instanceof z.ZodError)
      return null
    throw error
  }
}
