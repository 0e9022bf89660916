import type { diarizePieces } from '#core/speakers/diarize'
import { runInWorker } from '../../processes/run-in-worker.ts'

export type DiarizeInput = Parameters<typeof diarizePieces>[0]
export type DiarizeResult = ReturnType<typeof diarizePieces>

/** Clustering three hours takes seconds, so it runs outside the thread that renews the job's lease. */
export function diarizeInWorker(input: DiarizeInput, signal: AbortSignal): Promise<DiarizeResult> {
  return runInWorker('studio/recognition/diarization/diarize-worker.ts', 'diarize', input, signal)
}
