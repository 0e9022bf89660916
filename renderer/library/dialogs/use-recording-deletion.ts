import { useEffect, useRef } from 'react'
import type { CallOutput } from '#contracts/calls/calls'
import { dayWords } from '#core/notation/dates'
import { useCall } from '../../rpc/use-call.ts'
import { useStudio } from '../../rpc/studio-context.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { localeOf, useLanguage, useSay } from '../../ui/words.tsx'

interface Deleting {
  readonly card: { readonly id: string; readonly title: string }
  /** The previously chosen day. */
  readonly dueOn: string | null
  /** A person's own file is kept. */
  readonly originalStays: boolean
  readonly onClose: () => void
  readonly onDeleted: (() => void) | undefined
}

/** Deletes a recording now, or schedules it for a day; the toast reverts a schedule, but not a deletion. */
export function useRecordingDeletion({ card, dueOn, originalStays, onClose, onDeleted }: Deleting) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const removing = useCall('recordings.delete')
  const planning = useCall('room.planWholeDeletion')
  const { id: recordingId, title } = card
  // The recording's row disappears with the recording, and the dialog with the row, before the deletion is
  // complete.
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  const deleteNow = (keepBackups: boolean): void => {
    const onSuccess = ({ isErased }: CallOutput<'recordings.delete'>): void => {
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
    }
    const onError = (error: unknown): void => {
      if (!isShown.current) toastError(error, language)
    }
    removing.mutateAsync({ recordingId, keepBackups }).then(onSuccess, onError)
  }
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
