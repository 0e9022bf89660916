import type { GroupApi } from '#contracts/calls/calls'
import { removedWords } from '#core/second-opinion/removed-words'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function cutApi({
  library,
}: Pick<Studio, 'library'>): Omit<GroupApi<'cut', CallOptions>, 'checkedJoins' | 'checkJoins'> {
  return {
    stretches: ({ recordingId }) => library.cutStretches(recordingId),
    deleted: async ({ transcriptId }) =>
      removedWords(await library.transcript(transcriptId), await library.effectiveEdits(transcriptId)),
    async change({ recordingId, stepId, ...change }) {
      await library.changeCutStretches(recordingId, change, stepId)
      return {}
    },
  }
}
