import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { MOVED_NOTE, movedTo, noteMove } from './moved-library.ts'
import { LIBRARY_FILE } from './database/library-file.ts'
import { LOCK_FILE } from './lock/library-lock.ts'
import { OPEN_FOLDER } from './lock/open-processes.ts'

/** File in a library's folder while it is moved, with the destination. */
export const MOVING_NOTE = 'library-moving.json'
/** File in the destination folder that identifies the move, while the former folder has the other note. */
export const ARRIVED_NOTE = 'library-arrived.json'

const Moving = z.object({ id: z.string(), to: z.string(), staging: z.string() })
const Arrived = z.object({ id: z.string() })

/** A move to the folder `to`, for which `staging` is filled and then renamed. */
export type Moving = z.infer<typeof Moving>

/** Written before anything else of a move. */
export function noteMoving(from: string, moving: Moving): void {
  // From an earlier move from here, after which the library was moved back: from now on this note means that
  // everything has arrived.
  rmSync(join(from, MOVED_NOTE), { force: true })
  const file = join(from, MOVING_NOTE)
  writeFileSync(`${file}.part`, `${JSON.stringify(moving)}\n`)
  renameSync(`${file}.part`, file)
}

/** The first file in the staging folder. */
export const noteArrival = ({ id, staging }: Moving): void =>
  writeFileSync(join(staging, ARRIVED_NOTE), `${JSON.stringify({ id })}\n`)

/**
 * Finishes an interrupted move if the whole library has arrived, else removes the copied part. Requires
 * exclusive access to the library in `from`.
 */
export function finishMove(from: string): void {
  const moving = noted(join(from, MOVING_NOTE), Moving)
  if (moving === null) return
  // The first note is written before anything is deleted here, and is readable even if the other drive is
  // missing.
  const hasArrived =
    movedTo(from) === moving.to || noted(join(moving.to, ARRIVED_NOTE), Arrived)?.id === moving.id
  if (hasArrived) {
    leaveFolder(from, moving)
    return
  }
  removeStaging(moving)
  rmSync(join(from, MOVING_NOTE))
}

/** Everything has arrived: empties the former folder, except for the note with the library's new place. */
export function leaveFolder(from: string, { to }: Pick<Moving, 'to'>): void {
  noteMove(from, to)
  const last = [LIBRARY_FILE, MOVING_NOTE]
  const kept = new Set([...last, MOVED_NOTE, LOCK_FILE, OPEN_FOLDER])
  for (const name of readdirSync(from))
    if (!kept.has(name)) rmSync(join(from, name), { recursive: true, force: true })
  removeOpenFolder(from)
  // While they exist, the next opening continues here.
  for (const name of last) rmSync(join(from, name), { force: true })
  rmSync(join(to, ARRIVED_NOTE), { force: true })
}

function removeOpenFolder(from: string): void {
  try {
    rmSync(join(from, OPEN_FOLDER), { recursive: true, force: true })
  } catch (error) {
    // Windows cannot remove an open file: a program that waits for the library removes it itself.
    if (!['EBUSY', 'EPERM', 'ENOTEMPTY'].includes(codeOf(error) ?? '')) throw error
  }
}

/** Removes a staging folder, which may be on a missing drive. */
export function removeStaging({ id, staging }: Moving): void {
  if (noted(join(staging, ARRIVED_NOTE), Arrived)?.id === id) {
    rmSync(staging, { recursive: true, force: true })
    return
  }
  try {
    // It is still empty, or belongs to another move.
    rmdirSync(staging)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
  }
}

/** Fault `library.moved` if a library was here, so that no empty one is created in its place. */
export function refuseMoved(folder: string): void {
  const to = movedTo(folder)
  if (to !== null && !existsSync(join(folder, LIBRARY_FILE))) throw new Fault('library.moved', { folder, to })
}

/** Null if there is none, or it is truncated. */
function noted<Note>(file: string, shape: z.ZodType<Note>): Note | null {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (codeOf(error) !== undefined || error instanceof SyntaxError || error instanceof z.ZodError)
      return null
    throw error
  }
}
