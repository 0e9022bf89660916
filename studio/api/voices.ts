import type { GroupApi } from '#contracts/calls/calls'
import type { Studio } from '../studio.ts'
import { findOffers } from '../remembered-voices/find-offers.ts'
import { forgetAllVoices, forgetVoice } from '../remembered-voices/forget-voices.ts'
import { listVoices } from '../remembered-voices/list-voices.ts'
import { rememberVoice } from '../remembered-voices/remember-voice.ts'
import type { CallOptions } from './call-options.ts'

export function voiceApi(studio: Pick<Studio, 'library' | 'models'>): GroupApi<'voices', CallOptions> {
  const { library } = studio
  return {
    list: () => listVoices(studio),
    remember: (speaker) => rememberVoice(library, speaker, Date.now()),
    forget: (which) => forgetVoice(library, which),
    forgetAll: () => forgetAllVoices(library),
    offers: async ({ transcriptId }) => ({ offers: await findOffers(library, transcriptId) }),
    async decline({ transcriptId, voiceId, here }) {
      const { recordingId } = await library.storedTranscript(transcriptId)
      await library.declineVoice(recordingId, { voiceId, ...here })
      return {}
    },
  }
}
