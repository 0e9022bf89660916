import type { CallOutput } from '#contracts/calls/calls'
import type { Library } from '../library/library.ts'

export type Forgetting = CallOutput<'voices.forget'>

/**
 * Forgets a voice, or what was learned from one recording, in the library and its backups. Fault
 * `voice.unknown`, those of the disk.
 */
export async function forgetVoice(
  library: Library,
  which: { readonly voiceId: string; readonly recordingId?: string },
): Promise<Forgetting> {
  await library.forgetVoice(which.voiceId, which.recordingId)
  const { unreadable } = await library.forgetVoicesInBackups(which)
  return { isErased: await library.erase(), unreadableBackups: unreadable }
}

/** Forgets every voice, like `forgetVoice`. */
export async function forgetAllVoices(library: Library): Promise<Forgetting & { readonly count: number }> {
  const count = await library.forgetAllVoices()
  const { unreadable } = await library.forgetVoicesInBackups({})
  return { count, isErased: await library.erase(), unreadableBackups: unreadable }
}
