import type { GroupApi } from '#contracts/calls/calls'
import { deleteDamagedCopy } from '../storage/damaged-copies.ts'
import { checkOwnSound, deletePrepared, deleteSound } from '../storage/delete-sound.ts'
import { soundDeletionFacts } from '../storage/deletion-facts.ts'
import { localDay } from '../storage/local-day.ts'
import { storageOverview } from '../storage/storage-overview.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function storageApi(
  studio: Pick<Studio, 'library' | 'dataFolder' | 'cacheFolder'>,
): GroupApi<'room', CallOptions> {
  const { library } = studio
  return {
    overview: () => storageOverview(studio),
    sound: ({ recordingId }) => soundDeletionFacts(studio, recordingId),
    async deleteSound({ recordingId }) {
      await deleteSound(studio, recordingId, localDay(Date.now()))
      return {}
    },
    async planDeletion({ recordingId, day }) {
      if (day !== null) await checkOwnSound(studio, recordingId)
      await library.planSoundDeletion(recordingId, day)
      return {}
    },
    async planWholeDeletion({ recordingId, day }) {
      await library.planDeletion(recordingId, day)
      return {}
    },
    async deleteDamagedCopy({ name }) {
      await deleteDamagedCopy(studio, name)
      return {}
    },
    async deletePrepared({ recordingId }) {
      await deletePrepared(studio, recordingId)
      return {}
    },
  }
}
