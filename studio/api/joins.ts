import type { GroupApi } from '#contracts/calls/calls'
import { JOIN_CHECK, requestJoinCheck } from '../job-kinds/join-check.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

type JoinCalls = 'checkedJoins' | 'checkJoins'

/** Calls of the group `cut` about joins that are recognized again. */
export function joinApi(
  studio: Pick<Studio, 'library' | 'models' | 'cacheFolder'>,
): Pick<GroupApi<'cut', CallOptions>, JoinCalls> {
  return {
    async checkedJoins({ transcriptId }) {
      const rows = await studio.library.checkedJoins(transcriptId)
      return rows.map(({ key, clipped, heard }) => ({ key, clipped: [...clipped], heard: [...heard] }))
    },
    async checkJoins({ transcriptId }) {
      const job = await requestJoinCheck(studio, transcriptId, JOIN_CHECK)
      return { jobId: job?.id ?? null }
    },
  }
}
