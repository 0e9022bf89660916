import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { queryKeys } from '../rpc/query-keys.ts'
import { useMarkOffer } from '../rpc/transcript-queries.ts'
import { useCall } from '../rpc/use-call.ts'
import type { OpenSession } from '../session/open-session.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './take-over.module.css'
import { TakeOverDialog } from './take-over-dialog.tsx'

export interface MarkOfferNoticeProps {
  readonly session: OpenSession
  readonly recording: OpenRecording
}

/** Offers to carry a person's marks over between this transcript and another one of the recording. */
export function MarkOfferNotice({ session, recording }: MarkOfferNoticeProps) {
  const say = useSay()
  const language = useLanguage()
  const queries = useQueryClient()
  const running = useSession(session, (state) => state.running)
  const { data: offer } = useMarkOffer(session.transcriptId, !running)
  const decline = useCall('transcripts.declineMarkOffer')
  const [isOpen, setOpen] = useState(false)
  if (offer == null || running) return null
  const lookAgain = (): void => {
    void queries.invalidateQueries({ queryKey: queryKeys.markOffer(session.transcriptId) })
  }
  const { fromTranscriptId, toTranscriptId, count } = offer
  return (
    <>
      <div role="status" className={styles.strip}>
        <Icon name="info" />
        <span className={styles.grow}>
          {say(fromTranscriptId === session.transcriptId ? 'marks.offer.to' : 'marks.offer.from', { count })}
        </span>
        <Button variant="line" size="small" onPress={() => setOpen(true)}>
          {say('marks.offer.look')}
        </Button>
        <Button
          size="small"
          onPress={() =>
            decline.mutate(
              { fromTranscriptId, toTranscriptId },
              { onSuccess: lookAgain, onError: (error) => toastError(error, language) },
            )
          }
        >
          {say('marks.offer.decline')}
        </Button>
      </div>
      {isOpen && (
        <TakeOverDialog
          session={session}
          recording={recording}
          offer={offer}
          onClose={() => setOpen(false)}
          onTaken={lookAgain}
        />
      )}
    </>
  )
}
