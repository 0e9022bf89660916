import type { CallInput } from '#contracts/calls/calls'
import type { StudioClient } from '../../rpc/studio-client.ts'
import { giveOpenMoments, openMoments } from './open-moments.ts'
import { StoredByRecording } from './stored-by-recording.ts'

/** The settings of the transcript made when a recording is in the library. */
export type TranscriptChoice = CallInput<'jobs.start'>['settings']

const toTranscribe = new StoredByRecording<TranscriptChoice>('parolo.to-transcribe')

/** Stored until the transcript is requested. */
export function keepForLater(runningId: string, choice: TranscriptChoice): void {
  toTranscribe.set(runningId, choice)
}

/**
 * Waits until the stopped recording is in the library, and requests its transcript if that was chosen. Null if nothing
 * was recorded.
 */
export async function finishStopped(studio: StudioClient, runningId: string): Promise<string | null> {
  const { recordingId } = await studio.call('recorder.result', { runningId })
  if (recordingId !== null) await startChosen(studio, runningId, recordingId)
  toTranscribe.forget(runningId)
  return recordingId
}

/**
 * The same for recordings that were stopped earlier, by another page or because the program closed, if their files
 * exist already; they also get the moments that were being typed. The others follow when they are added.
 */
export async function finishStoppedBefore(studio: StudioClient, except: string | null): Promise<void> {
  const runningIds = new Set([...toTranscribe.runningIds, ...openMoments.runningIds])
  // In parallel, as one that another page is still recording may take long.
  await Promise.all(
    [...runningIds].map(async (runningId) => {
      if (runningId === except) return
      const { recordingId } = await studio.call('recorder.result', { runningId })
      if (recordingId === null) return
      await startChosen(studio, runningId, recordingId)
      toTranscribe.forget(runningId)
      await giveOpenMoments(studio, runningId, recordingId)
    }),
  )
}

async function startChosen(studio: StudioClient, runningId: string, recordingId: string): Promise<void> {
  const choice = toTranscribe.of(runningId)
  if (choice !== undefined) await studio.call('jobs.start', { recordingId, settings: choice })
}
