import { useState } from 'react'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { NumberStepper } from '../ui/number-stepper.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './voices.module.css'

/** Identifies speakers again without transcribing again: as many as the person says, or detected. */
export function FindVoicesAgain({ session }: { readonly session: TranscriptSession }) {
  const say = useSay()
  const language = useLanguage()
  /** The number in the open dialog; null: it is closed. */
  const [count, setCount] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const find = (speakers: number | null): void => {
    setCount(null)
    setBusy(true)
    session
      .recount(speakers)
      .catch((error: unknown) => toastError(error, language))
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Button
        size="small"
        disabled={isBusy}
        onPress={() => setCount(Math.max(1, session.state.transcript.speakers.length))}
      >
        {say(isBusy ? 'voices.find.busy' : 'voices.find')}
      </Button>
      {count !== null && (
        <Dialog
          open
          onClose={() => setCount(null)}
          title={say('voices.find.title')}
          foot={
            <>
              <Button variant="line" onPress={() => find(null)}>
                {say('voices.find.auto')}
              </Button>
              <DialogSpacer />
              <Button onPress={() => setCount(null)}>{say('shell.cancel')}</Button>
              <Button variant="main" onPress={() => find(count)}>
                {say('voices.find.do', { count })}
              </Button>
            </>
          }
        >
          <p>{say('voices.find.hint')}</p>
          <div className={styles.count}>
            <span aria-hidden="true">{say('voices.find.count')}</span>
            <NumberStepper
              label={say('voices.find.count')}
              value={count}
              min={1}
              max={64}
              onChange={setCount}
            />
          </div>
        </Dialog>
      )}
    </>
  )
}
