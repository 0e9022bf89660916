import type { VoiceOffer } from '#contracts/calls/voices'
import { useCall } from '../rpc/use-call.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { useRemember } from './use-remember.ts'

/** Answers an offer: the name is given as one step of undo, or is not offered for that speaker again. */
export function useSettleOffer(session: TranscriptSession): {
  readonly accept: (offer: VoiceOffer, speaker: string) => void
  readonly decline: (offer: VoiceOffer) => void
} {
  const say = useSay()
  const language = useLanguage()
  const declining = useCall('voices.decline')
  const { remember } = useRemember(session)
  return {
    accept({ speakerId, name }, speaker) {
      const stepId = session.newId()
      session.apply([{ kind: 'rename-speaker', id: stepId, speakerId, name }], {
        origin: 'remembered-voices',
        stepId,
      })
      toast.show({
        text: say('remembered-voices.accepted', { speaker, name }),
        tone: 'done',
        // Accepting a name must not change what is remembered: that is requested separately.
        action: {
          label: say('remembered-voices.add'),
          run: () =>
            void remember({ speakerId, name, isMore: true }).catch((error) => toastError(error, language)),
        },
      })
    },
    decline({ voiceId, here }) {
      declining.mutate(
        { transcriptId: session.transcriptId, voiceId, here },
        { onError: (error) => toastError(error, language) },
      )
    },
  }
}
