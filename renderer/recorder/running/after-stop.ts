import type { CallInput } from '#contracts/calls/calls'
import type { StudioClient } from '../../rpc/studio-client.ts'
import { type MomentDraft, momentOf } from './moment-draft.ts'

/** The settings of the transcript made when a recording is in the library. */
export type TranscriptChoice = CallInput<'jobs.start'>['settings']

const STORED_AT = 'parolo.to-transcribe'

/** Older ones were never found: nothing was recorded, or another library has it. */
const MAX_KEPT = 20

/**
 * Stored in this browser until the transcript is requested, as the page or the program may be closed before.
 */
export function keepForLater(runningId: string, choice: TranscriptChoice): void {
  const { [runningId]: _before, ...others } = read()
  const kept = Object.entries(others).slice(1 - MAX_KEPT)
  write({ ...Object.fromEntries(kept), [runningId]: choice })
}

/**
 * Waits until the stopped recording is in the library, and requests its transcript if that was chosen. Null
 * if nothing was recorded.
 */
export async function finishStopped(studio: StudioClient, runningId: string): Promise<string | null> {
  const { recordingId } = await studio.call('recorder.result', { runningId })
  const choice = read()[runningId]
  if (recordingId !== null && choice !== undefined)
    await studio.call('jobs.start', { recordingId, settings: choice })
  forget(runningId)
  return recordingId
}

/** Gives a recording that ended by itself, or while the studio was away, the moments that were being typed then. */
export async function setOpenMoments(
  studio: StudioClient,
  recordingId: string,
  drafts: readonly MomentDraft[],
): Promise<void> {
  for (const draft of drafts) await studio.call('moments.set', { recordingId, moment: momentOf(draft) })
}

/**
 * Requests the transcripts of recordings that were stopped earlier, by another page or because the program
 * closed, if their files exist already. The others are requested when they are added.
 */
export async function finishStoppedBefore(studio: StudioClient, except: string | null): Promise<void> {
  const finish = async (runningId: string, choice: TranscriptChoice): Promise<void> => {
    const { recordingId } = await studio.call('recorder.result', { runningId })
    if (recordingId === null) return
    await studio.call('jobs.start', { recordingId, settings: choice })
    forget(runningId)
  }
  const kept = Object.entries(read()).filter(([runningId]) => runningId !== except)
  // In parallel, as one that another page is still recording may take long.
  await Promise.all(kept.map(([runningId, choice]) => finish(runningId, choice)))
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
