import type { CallOutput } from '#contracts/calls/calls'
import { useCall } from '../rpc/queries.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './recording.module.css'

export interface OtherTranscriptsProps {
  readonly others: CallOutput<'recordings.details'>['otherTranscripts']
}

/** Other transcripts of the recording, each with a button that makes it the current one. */
export function OtherTranscripts({ others }: OtherTranscriptsProps) {
  const say = useSay()
  const language = useLanguage()
  const makeNewest = useCall('transcripts.makeNewest')
  if (others.length === 0) return null
  return (
    <>
      <hr />
      <h2>{say('transcripts.others')}</h2>
      <ul className={styles.others}>
        {others.map(({ id, models, corrected }) => {
          const made = models.length === 0 ? say('transcripts.imported') : models.join(', ')
          const name = say('transcripts.other', { models: made, corrected: String(corrected) })
          return (
            <li key={id}>
              <span>{name}</span>
              <Button
                size="small"
                variant="line"
                aria-label={say('transcripts.show.this', { name })}
                onPress={() =>
                  makeNewest.mutate({ transcriptId: id }, { onError: (error) => toastError(error, language) })
                }
              >
                {say('transcripts.show')}
              </Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
