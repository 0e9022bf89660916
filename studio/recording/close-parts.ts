import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { JournalState } from '#core/recording/journal-state'
import { codeOf } from '../faults/error-code.ts'
import { partName, partNumber } from './recording-folder.ts'
import { closeWav, lengthenWav } from './wav-part.ts'
import { partFramesOf } from './writing/what-is-there.ts'

export interface ClosedParts {
  /** Includes all files of the folder, even those that the journal does not list. */
  readonly state: JournalState
  /** Length of each source. */
  readonly frames: readonly number[]
}

/**
 * Sets the sizes in the files of a recording whose writer has ended or died. After a power failure, or on a
 * damaged disk, the journal may lack existing files, or list missing ones: a missing file is silence up to
 * the next.
 */
export async function closeParts(folder: string, named: JournalState): Promise<ClosedParts> {
  const state = await withAllParts(folder, named)
  const frames: number[] = []
  for (const files of state.parts) {
    let length = 0
    for (const [index, file] of files.entries()) {
      const own = await closePart(path.join(folder, file))
      const isLast = index === files.length - 1
      const missing = isLast ? 0 : partFramesOf(state) * (index + 1) - length - own
      if (missing > 0) await lengthenWav(path.join(folder, file), missing)
      length += own + Math.max(0, missing)
    }
    frames.push(length)
  }
  return { state, frames }
}

async function withAllParts(folder: string, state: JournalState): Promise<JournalState> {
  const named = state.parts.flat()
  const numbers = [...new Set([...named, ...(await readdir(folder))])].flatMap(
    (name) => partNumber(name) ?? [],
  )
  const count = Math.max(state.start.sources.length, ...numbers.map(({ source }) => source + 1))
  const sources = Array.from(
    { length: count },
    (_, source) =>
      state.start.sources[source] ?? { name: String(source + 1), role: 'microphone' as const, device: '' },
  )
  const parts = sources.map((_, source) => {
    const own = numbers.filter((one) => one.source === source).map(({ number }) => number)
    return Array.from({ length: Math.max(1, ...own) }, (_part, index) => partName(source, index + 1))
  })
  return { ...state, start: { ...state.start, sources }, parts }
}

async function closePart(file: string): Promise<number> {
  try {
    return await closeWav(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return await closeWav(file, 'w+')
  }
}
