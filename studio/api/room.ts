import type { GroupApi } from '#contracts/calls/calls'
import { keptFilms } from '../export/film-files.ts'
import { ownFolderOf } from '../imports/originals.ts'
import { checkOwnSound, deletePrepared, deleteSound } from '../room/delete-sound.ts'
import { localDay } from '../room/local-day.ts'
import { roomOverview, soundSizes } from '../room/room-overview.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function roomApi(
  studio: Pick<Studio, 'library' | 'dataFolder' | 'cacheFolder'>,
): GroupApi<'room', CallOptions> {
  const { library, dataFolder } = studio
  return {
    overview: () => roomOverview(studio),
    async sound({ recordingId }) {
      const card = await library.card(recordingId)
      const transcripts = await library.transcriptsOf(recordingId)
      const { soundBytes, preparedBytes, filmBytes } = await soundSizes(studio, card)
      return {
        isOwn: ownFolderOf(dataFolder, card.path) !== null,
        hasVideo: card.media?.hasVideo ?? false,
        hasText: transcripts.some(({ state }) => state === 'done'),
        soundBytes,
        preparedBytes: preparedBytes + filmBytes,
        films: (await keptFilms(studio, recordingId)).length,
      }
    },
    async deleteSound({ recordingId }) {
      await deleteSound(studio, recordingId, localDay(Date.now()))
      return {}
    },
    async planDeletion({ recordingId, day }) {
      if (day !== null) await checkOwnSound(studio, recordingId)
      await library.planSoundDeletion(recordingId, day)
      return {}
    },
    async deletePrepared({ recordingId }) {
      await deletePrepared(studio, recordingId)
      return {}
    },
  }
}
