import type { Library } from '../../library/library.ts'

/** Whether a recording has several tracks because this program made it so: recorded, or joined of several files. */
export async function hasOwnTracks(library: Library, recordingId: string): Promise<boolean> {
  const { media } = await library.card(recordingId)
  const tracks = media?.tracks ?? []
  if (tracks.length < 2) return false
  if (tracks.some(({ speaker }) => speaker !== undefined)) return true
  return (await library.recordedFacts(recordingId)) !== null
}
