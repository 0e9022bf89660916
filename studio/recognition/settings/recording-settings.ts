import type { TranscribeSettings } from '#contracts/settings'
import type { Library } from '../../library/library.ts'
import { hasOwnTracks } from '../has-own-tracks.ts'

/** The tracks and part given in a request; missing values depend on the recording. */
export type AskedPart = Partial<Pick<TranscribeSettings, 'track' | 'tracks' | 'fromMs' | 'toMs'>>

/**
 * The settings for one recording: all tracks if this program made several, and only the part that is kept,
 * unless the request says otherwise. Fault `recording.unknown`.
 */
export async function recordingSettings(
  library: Library,
  recordingId: string,
  asked: AskedPart,
  settings: TranscribeSettings,
): Promise<TranscribeSettings> {
  const card = await library.card(recordingId)
  const takesAll =
    asked.tracks === undefined && asked.track === undefined && (await hasOwnTracks(library, card))
  const { trim } = card
  const takesPart = asked.fromMs === undefined && asked.toMs === undefined && trim !== null
  return {
    ...settings,
    ...(takesAll ? { tracks: 'all' as const } : {}),
    ...(takesPart ? { ...(trim.startMs > 0 ? { fromMs: trim.startMs } : {}), toMs: trim.endMs } : {}),
  }
}
