import { useEffect, useState } from 'react'
import { hasMessage } from '#core/messages/messages'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import type { OpenSession } from '../session/open-session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Loading } from '../ui/loading.tsx'
import { toast } from '../ui/toast.tsx'
import { type Say, useLanguage, useSay } from '../ui/words.tsx'
import {
  type LostMark,
  type MarkOffer,
  type MarksOfKind,
  previewMarks,
  takeOverMarks,
} from './take-over-marks.ts'
import styles from './take-over.module.css'

export interface TakeOverDialogProps {
  readonly session: OpenSession
  readonly recording: OpenRecording
  readonly offer: MarkOffer
  readonly onClose: () => void
  readonly onTaken: () => void
}

/**
 * Lists which marks have matching words in the newer transcript, and which do not; carries them over as one
 * step of undo.
 */
export function TakeOverDialog({ session, recording, offer, onClose, onTaken }: TakeOverDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const [kinds, setKinds] = useState<readonly MarksOfKind[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    let isGone = false
    previewMarks(studio, session, offer).then(
      (found) => {
        if (!isGone) setKinds(found)
      },
      (reason: unknown) => {
        if (!isGone) setError(reason)
      },
    )
    return () => {
      isGone = true
    }
  }, [studio, session, offer])
  const count = (kinds ?? []).reduce((sum, { carried }) => sum + carried, 0)
  const lost = (kinds ?? []).flatMap((each) => each.lost)
  const isFrom = offer.fromTranscriptId === session.transcriptId

  const backToEarlier = (): void => {
    studio
      .call('transcripts.makeNewest', { transcriptId: offer.fromTranscriptId })
      .catch((reason: unknown) => toastError(reason, language))
  }
  const takeOver = (): void => {
    setBusy(true)
    takeOverMarks(studio, session, offer, recording.durationMs)
      .then(
        () => {
          toast.show({
            text: say(isFrom ? 'marks.take.done.to' : 'marks.take.done', { count }),
            tone: 'done',
            ...(isFrom ? { action: { label: say('marks.take.back'), run: backToEarlier } } : {}),
          })
          onClose()
          onTaken()
        },
        (reason: unknown) => toastError(reason, language),
      )
      .finally(() => setBusy(false))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('marks.take.title')}
      width="640px"
      foot={
        <>
          <DialogSpacer />
          <Button onPress={onClose}>{say('marks.take.cancel')}</Button>
          <Button variant="main" disabled={count === 0 || isBusy} takesFocus onPress={takeOver}>
            {say('marks.take.do', { count })}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {error === null && kinds === null && <Loading />}
      {kinds !== null && (
        <>
          <p className={styles.lead}>{say(isFrom ? 'marks.take.rest.to' : 'marks.take.rest.from')}</p>
          <table className={styles.counts}>
            <thead>
              <tr>
                <th scope="col">{say('marks.take.kind')}</th>
                <th scope="col">{say('marks.take.carried')}</th>
                <th scope="col">{say('marks.take.no-place')}</th>
              </tr>
            </thead>
            <tbody>
              {kinds.map((each) => (
                <tr key={each.kind}>
                  <th scope="row">{kindWords(each.kind, say)}</th>
                  <td data-figures>{each.carried}</td>
                  <td data-figures>{each.lost.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {lost.length > 0 && <LostMarks lost={lost} />}
        </>
      )}
    </Dialog>
  )
}

/** How many are shown at first, and added each time more are requested. */
const FEW = 5
const MORE = 100

function LostMarks({ lost }: { readonly lost: readonly LostMark[] }) {
  const say = useSay()
  const [shown, setShown] = useState(FEW)
  return (
    <section className={styles.lost}>
      <h3>{say('marks.take.lost', { count: lost.length })}</h3>
      <ul>
        {lost.slice(0, shown).map(({ mark, words, startMs }) => (
          <li key={mark.id}>
            <span className={styles.what}>
              {kindWords(mark.kind, say)} {startMs !== null && <time>{formatDuration(startMs)}</time>}
            </span>
            {words !== '' && <q>{words}</q>}
            {typeof mark.value === 'string' && <p>{mark.value}</p>}
          </li>
        ))}
      </ul>
      {lost.length > shown && (
        <Button size="small" onPress={() => setShown(shown + MORE)}>
          {say('marks.take.more', { count: lost.length - shown })}
        </Button>
      )}
    </section>
  )
}

function kindWords(kind: string, say: Say): string {
  const key = `marks.kind.${kind}`
  return hasMessage(key) ? say(key) : kind
}
