import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { openLibrary } from '#studio/library/open'

const run = promisify(execFile)

export interface RecordedFile {
  readonly title: string
  /** Origin of its clock, in ms since the epoch. */
  readonly startedAtMs: number
  /** Mono, 48 kHz. */
  readonly samples: Int16Array
}

/** All recordings of a library made by recording, oldest first, with their sound. */
export async function recordedFiles(dataFolder: string): Promise<readonly RecordedFile[]> {
  const library = await openLibrary(dataFolder)
  try {
    const ids = await library.listedRecordings({ filter: 'all', sort: 'newest', tag: null }, 100)
    const files: RecordedFile[] = []
    for (const id of ids) {
      const { path, title } = await library.recording(id)
      const facts = await library.recordedFacts(id)
      if (facts === null) continue
      const words = ['-v', 'error', '-i', path, '-f', 's16le', '-ac', '1', '-ar', '48000', '-']
      const { stdout } = await run('ffmpeg', words, { encoding: 'buffer', maxBuffer: 1 << 30 })
      const samples = new Int16Array(Uint8Array.from(stdout).buffer)
      files.push({ title, startedAtMs: facts.startedAtMs, samples })
    }
    return files.toSorted((a, b) => a.startedAtMs - b.startedAtMs)
  } finally {
    await library.close()
  }
}
