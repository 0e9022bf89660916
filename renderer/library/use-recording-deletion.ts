import { dayWords } from '#contracts/day-words'
import { useCall } from '../rpc/queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'

interface Deleting {
  readonly card: { readonly id: string; readonly title: string }
  /** The day that was chosen before. */
  readonly dueOn: string | null
  /** A person's own file stays. */
  readonly originalStays: boolean
  readonly onClose: () => void
  readonly onDeleted: (() => void) | undefined
}

/** Deletes a recording now, or plans it for a day; a plan is taken back by the toast, a deletion cannot be. */
export function useRecordingDeletion({ card, dueOn, originalStays, onClose, onDeleted }: Deleting) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const removing = useCall('recordings.delete')
  const planning = useCall('room.planWholeDeletion')
  const { id: recordingId, title } = card
  const deleteNow = (keepBackups: boolean): void =>
    removing.mutate(
      { recordingId, keepBackups },
      {
        onSuccess: ({ isErased }) => {
          onClose()
          const remedies = [
            ...(originalStays ? [say('library.deleted.stays')] : []),
            ...(isErased ? [] : [say('library.deleted.later')]),
          ]
          toast.show({
            text: say('library.deleted', { title }),
            ...(remedies.length === 0 ? {} : { remedy: remedies.join(' ') }),
          })
          onDeleted?.()
        },
      },
    )
  const plan = (day: string | null): void => {
    const undo = (): void => {
      studio
        .call('room.planWholeDeletion', { recordingId, day: dueOn })
        .catch((error: unknown) => toastError(error, language))
    }
    const text =
      day === null
        ? say('deletion.kept', { title })
        : say('deletion.planned', { title, day: dayWords(day, localeOf(language)) })
    planning.mutate(
      { recordingId, day },
      {
        onSuccess: () => {
          onClose()
          toast.show({ text, action: { label: say('moments.undo'), run: undo } })
        },
      },
    )
  }
  return {
    deleteNow,
    plan,
    error: removing.error ?? planning.error,
    isPending: removing.isPending || planning.isPending,
  }
}
