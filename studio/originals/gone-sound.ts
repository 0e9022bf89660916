import { Fault } from '#contracts/errors'
import type { Library } from '../library/library.ts'
import { silenceOf } from '../sound/silent-drive.ts'

/**
 * Why a recording's file cannot be read: if it is missing, `sound.deleted` if a person had it deleted, else
 * `media.moved`; `drive.silent` if reading it stalled and its drive does not respond. Other errors are
 * returned unchanged.
 */
export async function goneSound(
  library: Library,
  recording: { readonly id: string; readonly path: string },
  error: unknown,
): Promise<unknown> {
  if (error instanceof Fault && error.code === 'media.stalled')
    return (await silenceOf(recording.path)) ?? error
  if (!(error instanceof Fault) || error.code !== 'media.not-found') return error
  const { title, soundDeletion } = await library.card(recording.id)
  return soundDeletion?.deletedOn == null
    ? new Fault('media.moved', { file: recording.path }, undefined, error)
    : new Fault('sound.deleted', { title }, undefined, error)
}

/** Fault `sound.deleted`, before starting work that needs the sound. */
export async function checkSound(library: Library, recordingId: string): Promise<void> {
  const { title, soundDeletion } = await library.card(recordingId)
  if (soundDeletion?.deletedOn != null) throw new Fault('sound.deleted', { title })
}
