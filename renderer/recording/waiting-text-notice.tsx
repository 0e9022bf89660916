import { useQuery } from '@tanstack/react-query'
import { compareWith, type EditorStore } from '../editor/editor-store.ts'
import { queryKeys } from '../rpc/query-keys.ts'
import { useCall } from '../rpc/use-call.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from '../mark-offer/take-over.module.css'

export interface WaitingTextNoticeProps {
  readonly recordingId: string
  /** The displayed transcript. */
  readonly transcriptId: string
  readonly store: EditorStore
}

/** Offers a text that was aligned with the recording's speech: it is only shown if the person chooses it. */
export function WaitingTextNotice({ recordingId, transcriptId, store }: WaitingTextNoticeProps) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const choose = useCall('transcripts.makeNewest')
  const all = useQuery({
    queryKey: queryKeys.transcripts(recordingId),
    queryFn: ({ signal }) => studio.call('transcripts.list', { recordingId }, { signal }),
  }).data
  // A decision was already made about one older than the displayed transcript.
  const shownAt = all?.findIndex(({ id }) => id === transcriptId) ?? -1
  const waiting = all?.findLast(
    ({ waits, alignedText, state }, index) =>
      waits && alignedText !== null && state === 'done' && index > shownAt,
  )
  if (waiting?.alignedText == null || shownAt < 0) return null
  const name = waiting.alignedText
  const show = (id: string) =>
    choose.mutate({ transcriptId: id }, { onError: (error) => toastError(error, language) })
  return (
    <div role="status" className={styles.strip}>
      <Icon name="info" />
      <span className={styles.grow}>{say('aligned.waits', { file: name })}</span>
      <Button
        size="small"
        onPress={() => compareWith(store, { kind: 'transcript', transcriptId: waiting.id, name }, true)}
      >
        {say('opinion.compare')}
      </Button>
      <Button variant="line" size="small" onPress={() => show(waiting.id)}>
        {say('aligned.use')}
      </Button>
      <Button size="small" onPress={() => show(transcriptId)}>
        {say('aligned.keep-shown')}
      </Button>
    </div>
  )
}
