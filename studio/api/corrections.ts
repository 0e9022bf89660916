import type { GroupApi } from '#contracts/calls/calls'
import { ProposedCorrectionsShape } from '#contracts/proposed-corrections'
import { proposeCorrections } from '../corrections/propose-corrections.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function correctionApi({ library }: Pick<Studio, 'library'>): GroupApi<'corrections', CallOptions> {
  return {
    list: async ({ transcriptId }) =>
      ProposedCorrectionsShape.array().parse(await library.proposedCorrections(transcriptId)),
    async read({ transcriptId, fileName, base64 }, { signal }) {
      const file = { fileName, bytes: Uint8Array.from(Buffer.from(base64, 'base64')) }
      const { set, leftOut } = await proposeCorrections(library, transcriptId, file, signal)
      await library.addProposedCorrections(set)
      return { count: set.items.length, leftOut }
    },
    async discard({ id }) {
      await library.deleteProposedCorrections(id)
      return {}
    },
  }
}
