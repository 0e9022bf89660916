import { randomUUID } from 'node:crypto'
import { mkdir, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { TimeSpan } from '#core/transcript/time-span'
import { documentOfPart } from '#core/trim/trimmed-document'
import { finishDeletion } from '../deletion/finish-deletions.ts'
import { wholeDocument } from '../export/transcript-document.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { keepMade } from '../originals/keep-made.ts'
import { ownFolderOf } from '../library/own-folder.ts'
import type { ReducedTranscript } from '../library/tables/results/replace-with-part.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { probe } from '../sound/probe.ts'
import type { Studio } from '../studio.ts'
import { writePart } from './write-part.ts'
import { goneSound } from '../originals/gone-sound.ts'

/**
 * Whether only the library has the recording's sound, so that it may be changed: files elsewhere never are.
 */
export function canDeleteRest(
  dataFolder: string,
  { path: file, media }: { readonly path: string; readonly media: { readonly hasVideo: boolean } | null },
): boolean {
  return ownFolderOf(dataFolder, file) !== null && media?.hasVideo === false
}

/**
 * Permanently deletes what a trimmed recording does not keep of its sound, finished transcripts and moments.
 * The recording keeps its id; its times then count from the part's start. Its jobs must have been stopped.
 * The old file is deleted once the new one is verified to contain every sample. Faults: `recording.unknown`,
 * `trim.none`, `trim.not-own`, `trim.not-equal`, `media.moved`, `sound.deleted`, `disk.full`, those of
 * `runFfmpeg`.
 */
export async function deleteRest(
  { library, dataFolder }: Pick<Studio, 'library' | 'dataFolder'>,
  recordingId: string,
  signal: AbortSignal,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<void> {
  const card = await library.card(recordingId)
  const { trim: part, title } = card
  if (part === null) throw new Fault('trim.none', { title })
  if (!canDeleteRest(dataFolder, card)) throw new Fault('trim.not-own', { title })
  const source = await probe(card.path, { signal }).catch(async (error: unknown) => {
    throw await goneSound(library, card, error)
  })
  const folder = path.join(dataFolder, 'media', 'incoming', `part-${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true })
    await ensureFreeSpace(folder, source.bytes)
    const file = await writePart(source, part, { folder, title, signal, onProgress })
    await utimes(file, new Date(), new Date(card.mtimeMs))
    const { recording } = await keepMade(dataFolder, file, {
      title,
      fileName: `${path.parse(card.fileName).name}.mka`,
      speakerOf: (track) => card.media?.tracks[track]?.speaker,
      signal,
    })
    let deletion = null
    while (deletion === null) {
      if (signal.aborted) throw new Fault('job.cancelled')
      // Repeated if somebody has edited a transcript since it was read.
      const transcripts = await reducedTranscripts(library, recordingId, part)
      deletion = await library.replaceWithPart(recordingId, part, { recording, transcripts })
    }
    await finishDeletion({ library, dataFolder }, deletion)
  } catch (error) {
    throw diskFault(error, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function reducedTranscripts(
  library: Studio['library'],
  recordingId: string,
  part: TimeSpan,
): Promise<ReducedTranscript[]> {
  const transcripts: ReducedTranscript[] = []
  for (const { id, state, version } of await library.transcriptsOf(recordingId)) {
    if (state !== 'done') continue
    const { part: _part, ...document } = await wholeDocument(library, id)
    transcripts.push({ id, version, transcript: documentOfPart(document, part).transcript })
  }
  return transcripts
}
