import type { GroupApi } from '#contracts/calls/calls'
import { mergeTerms } from '#core/glossary/term'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function glossaryApi({ library }: Pick<Studio, 'library'>): GroupApi<'glossary', CallOptions> {
  return {
    get: async ({ recordingId }) => ({ text: await library.glossary(recordingId) }),
    async set({ recordingId, text }) {
      await library.setGlossary(recordingId, text)
      return {}
    },
    async add({ recordingId, terms }) {
      await library.addTerms(recordingId, terms)
      return {}
    },
    async terms({ recordingId }) {
      const terms = mergeTerms(await library.termsFor(recordingId))
      return terms.map(({ forms, soundsLike, ...term }) => ({
        ...term,
        ...(forms === undefined ? {} : { forms: [...forms] }),
        ...(soundsLike === undefined ? {} : { soundsLike: [...soundsLike] }),
      }))
    },
  }
}
