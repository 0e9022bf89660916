import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { FoundChapter } from '#core/chapters/chapter'
import { writeChaptersMetadata } from '#core/chapters/chapters-metadata'
import { diskFault } from '../faults/disk-fault.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { runFfmpeg } from './run-ffmpeg.ts'

/** Extensions of containers with chapters that ffmpeg can write. */
const HOLDS_CHAPTERS = /\.(?:mp3|m4a|m4b|mp4|m4v|mov|mka|mkv)$/iu

export const canHoldChapters = (fileName: string): boolean => HOLDS_CHAPTERS.test(fileName)

export interface ChaptersIn {
  readonly chapters: readonly FoundChapter[]
  readonly durationMs: number
  /** Title of the recording, for faults. */
  readonly title: string
  /** Whether a file at the target is replaced; default: no. */
  readonly overwrite?: boolean
  readonly signal: AbortSignal
  /** Called when the copy is whole; it is not kept if it throws. */
  readonly beforeMoved: () => Promise<void>
}

/**
 * Writes a copy of a sound or film with these chapters in place of its own (ID3 for MP3, chapters of MP4 and
 * Matroska). Copies the streams unchanged; does not change the source.
 * Throws `output.exists`, `disk.full`, `ffmpeg.failed`, `ffmpeg.missing`, `job.cancelled`.
 */
export async function writeSoundWithChapters(
  source: string,
  target: string,
  { chapters, durationMs, title, overwrite = false, signal, beforeMoved }: ChaptersIn,
): Promise<void> {
  const folder = path.dirname(target)
  if (!overwrite && (await isThere(target))) throw new Fault('output.exists', { file: target })
  const work = await mkdtemp(path.join(folder, '.chapters-')).catch((error: unknown) => {
    throw diskFault(error, folder)
  })
  try {
    await ensureFreeSpace(folder, (await stat(source)).size)
    await writeFile(path.join(work, 'chapters.txt'), writeChaptersMetadata(chapters, durationMs))
    const made = `made${path.extname(target)}`
    // `file:` and a relative name prevent paths from being read as protocols.
    const inputs = ['-i', `file:${path.resolve(source)}`, '-f', 'ffmetadata', '-i', 'chapters.txt']
    // The chapters of an MP4 are also a data stream, which is recreated.
    const maps = [
      '-map',
      '0',
      '-map',
      '-0:d',
      '-map_metadata',
      '0',
      '-map_chapters',
      '1',
      '-c',
      'copy',
      '-ignore_unknown',
    ]
    const id3 = /\.mp3$/iu.test(target) ? ['-id3v2_version', '3'] : []
    await runFfmpeg([...inputs, ...maps, ...id3, made], { folder: work, title, signal }, async (output) => {
      // Nothing is printed; the output ends when the program does.
      for await (const _ of output) continue
    })
    await beforeMoved()
    if (!overwrite && (await isThere(target))) throw new Fault('output.exists', { file: target })
    await rename(path.join(work, made), target)
  } catch (error) {
    throw error instanceof Fault ? error : diskFault(error, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
