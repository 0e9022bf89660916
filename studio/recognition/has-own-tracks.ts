import type { Library } from '../library/library.ts'
import type { CardRow } from '../library/tables/list/cards.ts'

/** Whether this program gave a recording several tracks: by recording it, or by joining several files. */
export async function hasOwnTracks(
  library: Library,
  { id, media }: Pick<CardRow, 'id' | 'media'>,
): Promise<boolean> {
  const tracks = media?.tracks ?? []
  if (tracks.length < 2) return false
  if (tracks.some(({ speaker }) => speaker !== undefined)) return true
  return (await library.recordedFacts(id)) !== null
}
