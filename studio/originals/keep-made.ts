import { stat } from 'node:fs/promises'
import path from 'node:path'
import { mediaFactsOf } from './import-recording.ts'
import type { MediaFacts, NewRecording } from '../library/tables/recordings/recordings.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { probe } from '../sound/probe.ts'
import { keepOriginal } from './keep-original.ts'

export interface MadeFile {
  readonly title: string
  readonly fileName: string
  /** The only speaker on a track, by its index. */
  readonly speakerOf?: (track: number) => string | undefined
  readonly signal: AbortSignal
}

/**
 * Moves a complete file made within the library's folders to its own folder; returns the library's facts
 * about it, and its length from its header. Faults: those of `probe` and of the disk.
 */
export async function keepMade(
  dataFolder: string,
  file: string,
  { title, fileName, speakerOf = () => undefined, signal }: MadeFile,
): Promise<{
  readonly recording: NewRecording & { readonly media: MediaFacts }
  readonly seconds: number | null
}> {
  const sha256 = await sha256OfFile(file, signal)
  const source = await probe(file, { signal })
  const media = mediaFactsOf(source)
  const kept = await keepOriginal(dataFolder, file, { fileName, sha256 })
  const { size, mtimeMs } = await stat(kept)
  const recording = {
    path: kept,
    fileName: path.basename(kept),
    title,
    bytes: size,
    mtimeMs: Math.round(mtimeMs),
    sha256,
    media: {
      ...media,
      tracks: media.tracks.map((track) => {
        const speaker = speakerOf(track.index)
        return speaker === undefined ? track : { ...track, speaker }
      }),
    },
  }
  return { recording, seconds: source.durationSeconds }
}
