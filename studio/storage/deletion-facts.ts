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
  const { corrections, comments } = await madeBy(library, transcripts)
  return {
    title,
    transcripts: transcripts.length,
    corrections,
    notes: comments + (await library.moments(recordingId)).length,
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

/** What a person made of the texts: changed places, as their details count them (one may take many edits), and comments. */
async function madeBy(
  library: StorageParts['library'],
  transcripts: readonly { readonly id: string; readonly editNumber: number }[],
): Promise<{ readonly corrections: number; readonly comments: number }> {
  let corrections = 0
  let comments = 0
  for (const { id, editNumber } of transcripts) {
    if (editNumber === 0) continue
    const transcript = await library.transcript(id)
    corrections += changedPlaces(transcript).length
    comments += transcript.marks.filter(({ kind }) => kind === 'comment').length
  }
  return { corrections, comments }
}

async function voicesFrom(library: StorageParts['library'], recordingId: string): Promise<string[]> {
  const voices = await library.rememberedVoices()
  return voices
    .filter(({ parts }) => parts.some((part) => part.recordingId === recordingId))
    .map(({ name }) => name)
}
