import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { WatchOptions } from '#contracts/calls/watch'
import { readBlock } from '#studio/drives/files'
import { writeNewFile } from '#studio/export/write-new-file'
import type { StudioService } from '#studio/service'
import type { Call } from './page-calls.ts'
import { newToken, pick } from './random.ts'
import { writeNewCaptions } from './new-captions.ts'

/** Names of the recordings on the drive; the library's own have other prefixes. */
const ORIGINALS = ['dzone', 'dztwo', 'dzthree', 'dzfour', 'dzfive', 'dzsix']
const WATCHED = ['dzseven', 'dzeight', 'dznine']
const WATCH: WatchOptions = {
  language: 'en',
  speakers: null,
  formats: ['srt'],
  withSubfolders: false,
  isOn: true,
}

const watchedFolder = (drive: string): string => path.join(drive, 'watched')

/** Fills a new drive. */
export async function fillDrive(drive: string): Promise<void> {
  for (const name of ORIGINALS) await writeNewCaptions(drive, name, true)
  await mkdir(watchedFolder(drive))
  for (const name of WATCHED) await rm(await writeNewCaptions(watchedFolder(drive), name, true))
}

/** One of its recordings, as a path to add. */
export function fileOnDrive(drive: string, random: () => number): string {
  return path.join(drive, `${pick(ORIGINALS, random)}.${random() < 0.5 ? 'wav' : 'srt'}`)
}

/** Folder on the drive for exports. */
export const exportsOn = (drive: string): string => path.join(drive, 'exports')

/**
 * Does something on a drive that may hang: adds an original in place, watches a folder, reads like a player,
 * transcribes, exports. Rejects if the drive does not answer, or its content is missing.
 */
export async function actOnDrive(
  service: StudioService,
  call: Call,
  drive: string,
  random: () => number,
): Promise<void> {
  const chance = random()
  if (chance < 0.3) {
    await call('recordings.add', { path: fileOnDrive(drive, random) })
    return
  }
  if (chance < 0.4) {
    await call('watch.add', { path: watchedFolder(drive), options: WATCH, takesExisting: true })
    return
  }
  const cards = await call('recordings.list', { limit: 100 })
  const there = pick(
    cards.filter(({ title }) => title.startsWith('dz')),
    random,
  )
  if (there === undefined) return
  if (chance < 0.65) {
    const file = await service.mediaFile(there.id, 'original')
    if (file !== null) await readBlock(file.path, 0, 1_000)
    return
  }
  if (chance < 0.75) {
    await call('jobs.start', { recordingId: there.id, settings: { quick: true, language: 'en' } })
    return
  }
  const transcriptId = pick(cards, random)?.transcript?.id
  if (transcriptId === undefined) return
  const { base64 } = await call('exports.make', { transcriptId, format: 'srt', options: {} })
  const file = path.join(exportsOn(drive), `${newToken(random)}.srt`)
  await writeNewFile(file, Buffer.from(base64, 'base64'), false)
}
