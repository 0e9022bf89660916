import type { CallInput } from '#contracts/calls/calls'
import type { StudioClient } from '../../rpc/studio-client.ts'

/** The settings of the transcript that is made when a recording is in the library. */
export type TranscriptChoice = CallInput<'jobs.start'>['settings']

const STORED_AT = 'parolo.to-transcribe'

/** Kept by this browser until the transcript is asked for, as the page may be closed before. */
export function keepForLater(runningId: string, choice: TranscriptChoice): void {
  write({ ...read(), [runningId]: choice })
}

/**
 * Waits until the stopped recording is in the library, and asks for its transcript if that was chosen. Null if nothing
 * was recorded.
 */
export async function finishStopped(studio: StudioClient, runningId: string): Promise<string | null> {
  const { recordingId } = await studio.call('recorder.result', { runningId })
  const choice = read()[runningId]
  if (recordingId !== null && choice !== undefined)
    await studio.call('jobs.start', { recordingId, settings: choice })
  forget(runningId)
  return recordingId
}

/** Recordings that were stopped and whose transcripts were not asked for yet. */
export function stoppedBefore(): readonly string[] {
  return Object.keys(read())
}

function forget(runningId: string): void {
  const { [runningId]: _done, ...rest } = read()
  write(rest)
}

function read(): Readonly<Record<string, TranscriptChoice>> {
  const text = window.localStorage.getItem(STORED_AT)
  return text === null ? {} : (JSON.parse(text) as Record<string, TranscriptChoice>)
}

function write(all: Readonly<Record<string, TranscriptChoice>>): void {
  window.localStorage.setItem(STORED_AT, JSON.stringify(all))
}
