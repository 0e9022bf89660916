import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import { compareWith, type EditorStore } from '../editor/editor-store.ts'
import { queryKeys } from '../rpc/query-keys.ts'
import { useCall } from '../rpc/use-call.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './recording.module.css'

export interface OtherTranscriptsProps {
  readonly recordingId: string
  /** The displayed transcript. */
  readonly transcriptId: string
  readonly store: EditorStore
  /** Those that can become the current one. */
  readonly others: CallOutput<'recordings.details'>['otherTranscripts']
}

/**
 * Other transcripts of the recording, each of which can be compared with this one or become the current one.
 */
export function OtherTranscripts({ recordingId, transcriptId, store, others }: OtherTranscriptsProps) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const makeNewest = useCall('transcripts.makeNewest')
  const all = useQuery({
    queryKey: queryKeys.transcripts(recordingId),
    queryFn: ({ signal }) => studio.call('transcripts.list', { recordingId }, { signal }),
  }).data
  const listed = all?.filter(({ id, state }) => id !== transcriptId && state === 'done') ?? []
  if (listed.length === 0) return null
  return (
    <>
      <hr />
      <h2>{say('transcripts.others')}</h2>
      <ul className={styles.others}>
        {listed.map(({ id, models, corrected }) => {
          const made = models.length === 0 ? say('transcripts.imported') : models.join(', ')
          const name = say('transcripts.other', { models: made, corrected: String(corrected) })
          return (
            <li key={id}>
              <span>{name}</span>
              <span className={styles.ways}>
                <Button
                  size="small"
                  variant="line"
                  aria-label={say('opinion.compare.this', { name })}
                  onPress={() => compareWith(store, { kind: 'transcript', transcriptId: id, name }, true)}
                >
                  {say('opinion.compare')}
                </Button>
                {others.some((one) => one.id === id) && (
                  <Button
                    size="small"
                    variant="line"
                    aria-label={say('transcripts.show.this', { name })}
                    onPress={() =>
                      makeNewest.mutate(
                        { transcriptId: id },
                        { onError: (error) => toastError(error, language) },
                      )
                    }
                  >
                    {say('transcripts.show')}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
