import { useMutation } from '@tanstack/react-query'
import { isSameName } from '#core/transcript/same-name'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './remembered-voices.module.css'
import { useRemember } from './use-remember.ts'
import { useRememberedVoices } from './use-remembered-voices.ts'

export interface RememberDialogProps {
  readonly session: TranscriptSession
  readonly speakerId: string
  readonly onClose: () => void
}

/** Explains what is stored of a voice, and asks; nothing is stored without consent. */
export function RememberDialog({ session, speakerId, onClose }: RememberDialogProps) {
  const say = useSay()
  const speakers = useSession(session, (state) => state.transcript.speakers)
  const { data: voices } = useRememberedVoices()
  const { remember } = useRemember(session)
  const asking = useMutation({ mutationFn: remember, onSuccess: onClose })
  const name = speakers.find(({ id }) => id === speakerId)?.name ?? ''
  const isMore = voices?.some((voice) => isSameName(voice.name, name)) === true
  return (
    <Dialog
      open
      onClose={onClose}
      title={say(isMore ? 'remembered-voices.add.title' : 'remembered-voices.remember.title', { name })}
      foot={
        <>
          <DialogSpacer />
          <Button takesFocus onPress={onClose}>
            {say('shell.cancel')}
          </Button>
          <Button
            variant="main"
            disabled={asking.isPending}
            onPress={() => asking.mutate({ speakerId, name, isMore })}
          >
            {say(isMore ? 'remembered-voices.add.do' : 'remembered-voices.remember.do')}
          </Button>
        </>
      }
    >
      <div className={styles.about}>
        <p>
          <strong>{say('remembered-voices.ask', { name })}</strong> {say('remembered-voices.kept')}
        </p>
        <p>{say('remembered-voices.used', { name })}</p>
        <p className={styles.meta}>{say('remembered-voices.goes')}</p>
        {asking.error !== null && <ErrorNotice error={asking.error} />}
      </div>
    </Dialog>
  )
}
