import path from 'node:path'
import type { CallOutput } from '#contracts/calls/calls'
import { changedPlaces } from '#core/edits/changed-places'
import { keptFilms } from '../export/film-files.ts'
import { bytesBelow } from '../files/files-below.ts'
import { ownFolderOf } from '../library/own-folder.ts'
import { canDeleteRest } from '../trim/delete-rest.ts'
import type { StorageParts } from './delete-sound.ts'
import { soundSizes } from './storage-overview.ts'

/** What deleting the recording removes and keeps. Fault `recording.unknown`. */
export async function recordingDeletion(
  { library, dataFolder, cacheFolder }: StorageParts,
  recordingId: string,
): Promise<CallOutput<'recordings.deletion'>> {
  const { title, path: original, media, soundDeletion, deletionDueOn } = await library.card(recordingId)
  const isDeleted = soundDeletion?.deletedOn != null
  const transcripts = await library.transcriptsOf(recordingId)
  const own = ownFolderOf(dataFolder, original)
  return {
    title,
    transcripts: transcripts.length,
    corrections: await changesIn(library, transcripts),
    cachedBytes: await bytesBelow(path.join(cacheFolder, recordingId)),
    originalGoes: own !== null && !isDeleted,
    originalStays: own === null,
    backups: await library.backupCount(),
    damagedCopies: (await library.damagedCopies()).length,
    dueOn: deletionDueOn,
    canCut: !isDeleted && canDeleteRest(dataFolder, { path: original, media }),
    rememberedVoices: await voicesFrom(library, recordingId),
  }
}

/** What deleting the sound removes, and what prevents it. Fault `recording.unknown`. */
export async function soundDeletionFacts(
  parts: StorageParts,
  recordingId: string,
): Promise<CallOutput<'room.sound'>> {
  const { library, dataFolder } = parts
  const card = await library.card(recordingId)
  const transcripts = await library.transcriptsOf(recordingId)
  const { soundBytes, preparedBytes, filmBytes } = await soundSizes(parts, card)
  return {
    isOwn: ownFolderOf(dataFolder, card.path) !== null,
    hasVideo: card.media?.hasVideo ?? false,
    hasText: transcripts.some(({ state }) => state === 'done'),
    soundBytes,
    preparedBytes: preparedBytes + filmBytes,
    films: (await keptFilms(parts, recordingId)).length,
    rememberedVoices: await voicesFrom(library, recordingId),
  }
}

/** How many places of the texts a person changed, as their details count them; one place may take many edits. */
async function changesIn(
  library: StorageParts['library'],
  transcripts: readonly { readonly id: string; readonly editNumber: number }[],
): Promise<number> {
  let changes = 0
  for (const { id, editNumber } of transcripts)
    if (editNumber > 0) changes += changedPlaces(await library.transcript(id)).length
  return changes
}

async function voicesFrom(library: StorageParts['library'], recordingId: string): Promise<string[]> {
  const voices = await library.rememberedVoices()
  return voices
    .filter(({ parts }) => parts.some((part) => part.recordingId === recordingId))
    .map(({ name }) => name)
}
