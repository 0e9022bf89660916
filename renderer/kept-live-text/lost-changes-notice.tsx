import { useState } from 'react'
import type { KeptLiveText } from '#contracts/calls/recorder'
import { useCall } from '../rpc/use-call.ts'
import { useKeptLiveText } from '../rpc/recorder-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './kept-live-text.module.css'

/**
 * Reports that corrections made while recording have no place in the transcript, until the person dismisses
 * it.
 */
export function LostChangesNotice({ recordingId }: { readonly recordingId: string }) {
  const say = useSay()
  const language = useLanguage()
  const { data: kept } = useKeptLiveText(recordingId)
  const putAway = useCall('recorder.putAwayLostChanges')
  const [isOpen, setOpen] = useState(false)
  const lost = kept?.lost ?? { corrections: [], names: [] }
  const count = lost.corrections.length + lost.names.length
  if (count === 0) return null
  const dismiss = (): void =>
    putAway.mutate({ recordingId }, { onError: (error) => toastError(error, language) })
  return (
    <>
      <div role="status" className={styles.strip}>
        <Icon name="info" />
        <span className={styles.grow}>{say('live.lost', { count })}</span>
        <Button variant="line" size="small" onPress={() => setOpen(true)}>
          {say('live.lost.look')}
        </Button>
        <Button size="small" onPress={dismiss}>
          {say('live.lost.done')}
        </Button>
      </div>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={say('live.lost.title')}
        width="640px"
        foot={
          <>
            <DialogSpacer />
            <Button variant="main" takesFocus onPress={dismiss}>
              {say('live.lost.done')}
            </Button>
          </>
        }
      >
        <p className={styles.lead}>{say('live.lost.about')}</p>
        <LostChanges lost={lost} />
      </Dialog>
    </>
  )
}

function LostChanges({ lost: { corrections, names } }: { readonly lost: KeptLiveText['lost'] }) {
  const say = useSay()
  return (
    <ul className={styles.list}>
      {names.map(({ source, name }) => (
        <li key={`${source} ${name}`}>
          <span className={styles.what}>{source}</span>
          <p>{say('live.lost.name', { name })}</p>
        </li>
      ))}
      {corrections.map(({ startMs, source, was, text }) => (
        <li key={`${startMs} ${source}`}>
          <span className={styles.what}>
            {source} <time>{formatDuration(startMs)}</time>
          </span>
          <p>{text === '' ? say('live.lost.empty') : text}</p>
          <span className={styles.what}>
            {say('live.lost.was')} <q>{was}</q>
          </span>
        </li>
      ))}
    </ul>
  )
}
