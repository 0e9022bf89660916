import { Fault } from '#contracts/errors'
import { factsOf } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'
import type { Library } from '../library/library.ts'

/**
 * Why a recording's file cannot be read: not there, `sound.deleted` where a person had it deleted, else `media.moved`;
 * `drive.silent` where reading it stalled and its drive does not answer. Other errors are returned unchanged.
 */
export async function goneSound(
  library: Library,
  recording: { readonly id: string; readonly path: string },
  error: unknown,
): Promise<unknown> {
  if (error instanceof Fault && error.code === 'media.stalled')
    return (await silence(recording.path)) ?? error
  if (!(error instanceof Fault) || error.code !== 'media.not-found') return error
  const { title, soundDeletion } = await library.card(recording.id)
  return soundDeletion?.deletedOn == null
    ? new Fault('media.moved', { file: recording.path }, undefined, error)
    : new Fault('sound.deleted', { title }, undefined, error)
}

async function silence(file: string): Promise<Fault | null> {
  try {
    await factsOf(file)
  } catch (error) {
    if (error instanceof Fault && error.code === 'drive.silent') return error
    // What else is wrong is found when it is read again.
    if (codeOf(error) === undefined) throw error
  }
  return null
}

/** Fault `sound.deleted`, before work is begun that needs the sound. */
export async function checkSound(library: Library, recordingId: string): Promise<void> {
  const { title, soundDeletion } = await library.card(recordingId)
  if (soundDeletion?.deletedOn != null) throw new Fault('sound.deleted', { title })
}
