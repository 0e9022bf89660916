import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { JournalState } from '#core/recording/journal-state'
import { codeOf } from '../../faults/error-code.ts'
import { journalPath, partName, partNumber } from '../recording-folder.ts'
import { BYTES_PER_FRAME, WAV_HEADER_BYTES } from '../wav-header.ts'
import { PART_FRAMES } from './part-frames.ts'

/** Bytes of the journal's complete lines; a truncated last line is overwritten. Throws errors of the disk. */
export function journalBytes(folder: string): number {
  return readFileSync(journalPath(folder)).lastIndexOf('\n') + 1
}

/** Frames in the files of a source whose writer is gone. Throws errors of the disk. */
export function sourceFrames(folder: string, source: number, partFrames: number): number {
  const numbers = readdirSync(folder).flatMap((name) => partNumber(name) ?? [])
  const last = Math.max(0, ...numbers.filter((one) => one.source === source).map(({ number }) => number))
  if (last === 0) return 0
  const bytes = sizeOf(path.join(folder, partName(source, last))) - WAV_HEADER_BYTES
  return (last - 1) * partFrames + Math.max(0, Math.floor(bytes / BYTES_PER_FRAME))
}

/** Files begin at equal intervals, whose length follows from any file listed in the journal. */
export function partFramesOf({ partStarts }: Pick<JournalState, 'partStarts'>): number {
  for (const [name, frame] of partStarts) {
    const { number = 1 } = partNumber(name) ?? {}
    if (number > 1 && frame > 0) return Math.round(frame / (number - 1))
  }
  return PART_FRAMES
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0
    throw error
  }
}
