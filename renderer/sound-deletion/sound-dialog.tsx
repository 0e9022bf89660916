import { formatList } from '#core/notation/numbers'
import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import type { RecordingCard } from '#contracts/calls/recordings'
import { dayWords } from '#core/notation/dates'
import { queryKeys } from '../rpc/query-keys.ts'
import { useCall } from '../rpc/use-call.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { Loading } from '../ui/loading.tsx'
import { toast } from '../ui/toast.tsx'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'
import { DeletionDay, useDeletionDay } from './deletion-day.tsx'
import { OwnFileDialog } from './own-file-dialog.tsx'
import styles from './sound-deletion.module.css'

export interface SoundDialogProps {
  readonly card: Pick<RecordingCard, 'id' | 'title' | 'fileName' | 'soundDeletion'>
  readonly onClose: () => void
}

type Facts = CallOutput<'room.sound'>

/** What a deletion of the sound would delete; fetched each time. */
export function useSoundFacts(recordingId: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.soundFacts(recordingId),
    queryFn: ({ signal }) => studio.call('room.sound', { recordingId }, { signal }),
    staleTime: 0,
  })
}

/** Asks once whether and when to delete a recording's sound; the text is kept. */
export function SoundDialog({ card, onClose }: SoundDialogProps) {
  const { data: facts, error } = useSoundFacts(card.id)
  if (facts !== undefined && !facts.isOwn)
    return <OwnFileDialog card={card} facts={facts} onClose={onClose} />
  return <AskDialog card={card} facts={facts} factsError={error} onClose={onClose} />
}

interface AskDialogProps extends SoundDialogProps {
  readonly facts: Facts | undefined
  readonly factsError: Error | null
}

function AskDialog({ card, facts, factsError, onClose }: AskDialogProps) {
  const say = useSay()
  const locale = localeOf(useLanguage())
  const dueOn = card.soundDeletion?.dueOn ?? null
  const choice = useDeletionDay(dueOn)
  const { when, day, isDay, setTried } = choice
  const { deleteNow, plan, error, isPending } = useDeletion(card, onClose)
  const run = (): void => {
    setTried(true)
    if (when === 'now') deleteNow()
    else if (isDay) plan(day)
  }
  const label =
    when === 'now'
      ? say('sound-deletion.do')
      : say('sound-deletion.do-on', { day: isDay ? dayWords(day, locale) : '…' })
  const canDo = facts !== undefined && !isPending && (when === 'day' || facts.hasText)
  return (
    <ConfirmDialog
      title={say('sound-deletion.title', { title: card.title })}
      action={label}
      variant="forever"
      disabled={!canDo}
      onAction={run}
      onClose={onClose}
      beside={
        dueOn !== null && (
          <Button disabled={isPending} onPress={() => plan(null)}>
            {say('sound-deletion.keep')}
          </Button>
        )
      }
    >
      {facts === undefined ? factsError === null && <Loading /> : <Goes facts={facts} />}
      <p className={styles.stays}>{say('sound-deletion.stays')}</p>
      <DeletionDay {...choice} />
      {facts !== undefined && when === 'now' && !facts.hasText && (
        <p className={styles.hint}>{say('sound-deletion.no-text')}</p>
      )}
      <p className={styles.hint}>
        {say(when === 'now' ? 'sound-deletion.never' : 'sound-deletion.until-then')}
      </p>
      {(factsError ?? error) && <ErrorNotice error={factsError ?? error} />}
    </ConfirmDialog>
  )
}

function Goes({ facts }: { readonly facts: Facts }) {
  const say = useSay()
  const language = useLanguage()
  const { hasVideo, soundBytes, preparedBytes, films, rememberedVoices } = facts
  const size = (bytes: number): string => formatBytes(bytes, language)
  return (
    <>
      <p>{say('sound-deletion.goes')}</p>
      <ul className={styles.goes}>
        <li>{say(hasVideo ? 'sound-deletion.video' : 'sound-deletion.sound', { size: size(soundBytes) })}</li>
        {preparedBytes > 0 && <li>{say('sound-deletion.prepared', { size: size(preparedBytes) })}</li>}
        {films > 0 && <li>{say('sound-deletion.films', { count: films })}</li>}
        {rememberedVoices.length > 0 && (
          <li>
            {say('remembered-voices.deletion', {
              names: formatList(rememberedVoices, localeOf(language)),
            })}
          </li>
        )}
      </ul>
    </>
  )
}

/** The toast reverts a schedule, but not a deletion. */
function useDeletion(
  { id: recordingId, title, soundDeletion }: SoundDialogProps['card'],
  onDone: () => void,
) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const deleting = useCall('room.deleteSound')
  const planning = useCall('room.planDeletion')
  const deleteNow = (): void =>
    deleting.mutate(
      { recordingId },
      {
        onSuccess: () => {
          onDone()
          toast.show({ text: say('sound-deletion.done', { title }) })
        },
      },
    )
  const plan = (day: string | null): void => {
    const before = soundDeletion?.dueOn ?? null
    const undo = (): void => {
      studio
        .call('room.planDeletion', { recordingId, day: before })
        .catch((error: unknown) => toastError(error, language))
    }
    const text =
      day === null
        ? say('sound-deletion.kept', { title })
        : say('sound-deletion.planned', { title, day: dayWords(day, localeOf(language)) })
    planning.mutate(
      { recordingId, day },
      {
        onSuccess: () => {
          onDone()
          toast.show({ text, action: { label: say('moments.undo'), run: undo } })
        },
      },
    )
  }
  return {
    deleteNow,
    plan,
    error: deleting.error ?? planning.error,
    isPending: deleting.isPending || planning.isPending,
  }
}
