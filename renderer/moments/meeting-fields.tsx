import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { SavedField } from '../ui/saved-field.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './moments.module.css'

type Answer = CallOutput<'moments.meeting'>
type Part = keyof Answer['typed']

/** Date and place of the conversation, as printed in minutes. */
export function MeetingFields({ recordingId }: { readonly recordingId: string }) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const queries = useQueryClient()
  const queryKey = queryKeys.meeting(recordingId)
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => studio.call('moments.meeting', { recordingId }, { signal }),
  })
  if (data === undefined) return null
  const save = (part: Part, text: string): void => {
    const typed = { ...data.typed, [part]: text.trim() }
    if (typed[part] === data.typed[part]) return
    queries.setQueryData<Answer>(queryKey, { ...data, typed })
    studio.call('moments.setMeeting', { recordingId, typed }).catch((error: unknown) => {
      void queries.invalidateQueries({ queryKey })
      toastError(error, language)
    })
  }
  return (
    <fieldset className={styles.meeting}>
      <legend>{say('moments.meeting')}</legend>
      <SavedField
        label={say('moments.date')}
        saved={data.typed.date}
        placeholder={data.knownDate}
        onSave={(text) => save('date', text)}
      />
      <SavedField
        label={say('moments.place')}
        saved={data.typed.place}
        placeholder=""
        onSave={(text) => save('place', text)}
      />
    </fieldset>
  )
}
