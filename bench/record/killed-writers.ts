import { openLibrary } from '#studio/library/open'
import { recoverRecordings } from '#studio/recording/recover-recordings'
import { startFedWriter } from './fed-writer.ts'

export interface KilledWriters {
  readonly rounds: number
  readonly recovered: number
  /** Captured sound that is missing in the recording, in ms, for each round. */
  readonly lostMs: readonly number[]
}

const MIN_MS = 500
const MAX_MS = 2_500

/** Kills writers (SIGKILL) at random times; their recordings are recovered as at the next start. */
export async function killWriters(dataFolder: string, rounds: number): Promise<KilledWriters> {
  const library = await openLibrary(dataFolder)
  const lostMs: number[] = []
  let recovered = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      const { child, lines, ended } = startFedWriter(dataFolder, 1, 1)
      let startedMs = 0
      for await (const line of lines) {
        startedMs = line.atMs ?? 0
        break
      }
      await new Promise((resolve) => setTimeout(resolve, MIN_MS + Math.random() * (MAX_MS - MIN_MS)))
      child.kill('SIGKILL')
      const saidMs = performance.timeOrigin + performance.now() - startedMs
      await ended
      const [recovery] = await recoverRecordings({
        library,
        dataFolder,
        codec: () => Promise.resolve('flac'),
        signal: new AbortController().signal,
      })
      const { durationMs = null } = recovery?.recording ?? {}
      if (durationMs !== null) recovered += 1
      lostMs.push(saidMs - (durationMs ?? 0))
    }
  } finally {
    await library.close()
  }
  return { rounds, recovered, lostMs }
}
