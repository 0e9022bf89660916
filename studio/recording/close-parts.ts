import path from 'node:path'
import type { JournalState } from '#core/recording/journal-state'
import { codeOf } from '../faults/error-code.ts'
import { partName } from './recording-folder.ts'
import { closeWav, lengthenWav, WavPart } from './wav-part.ts'

export interface ClosedParts {
  /** Length of every source; 0 if nothing was recorded. */
  readonly frames: number
  /** The files of each source, at least one. */
  readonly parts: readonly (readonly string[])[]
}

/**
 * Gives the files of a recording whose writer has ended, or is gone, their sizes, and makes its sources equally long.
 * After power loss the journal may lack a file, or name one that was not made: it becomes an empty one.
 */
export async function closeParts(folder: string, state: JournalState): Promise<ClosedParts> {
  const parts = state.parts.map((files, source) => (files.length === 0 ? [partName(source, 1)] : files))
  const lengths: number[] = []
  for (const files of parts) {
    let frames = 0
    for (const file of files) frames += await closePart(path.join(folder, file))
    lengths.push(frames)
  }
  const frames = Math.max(0, ...lengths)
  for (const [source, files] of parts.entries()) {
    const missing = frames - (lengths[source] ?? 0)
    const last = files.at(-1)
    if (missing > 0 && last !== undefined) await lengthenWav(path.join(folder, last), missing)
  }
  return { frames, parts }
}

async function closePart(file: string): Promise<number> {
  try {
    return await closeWav(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const part = await WavPart.create(file, async () => false)
    await part.close()
    return 0
  }
}
