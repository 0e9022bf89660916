import { useState } from 'react'
import type { RecordingCard } from '#contracts/calls/recordings'
import { typedTime } from '#core/sound/parse-time'
import type { TimeSpan } from '#core/transcript/time-span'
import { useDeletion } from '../../rpc/recording-queries.ts'
import { useCall } from '../../rpc/use-call.ts'
import { useStudio } from '../../rpc/studio-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { ErrorNotice, toastError } from '../../ui/error-notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useLocale, useSay } from '../../ui/words.tsx'
import { DeleteRestDialog } from './delete-rest-dialog.tsx'
import styles from './job-dialog.module.css'
import { isProblem, readPart, type TypedPart } from './typed-part.ts'

export interface TrimDialogProps {
  readonly card: Pick<RecordingCard, 'id' | 'title' | 'durationMs' | 'trim'>
  /** The selection in the waveform, which is suggested. */
  readonly selection?: TimeSpan | null
  readonly onClose: () => void
}

/** Asks which part of a recording to keep. */
export function TrimDialog({ card, selection = null, onClose }: TrimDialogProps) {
  const say = useSay()
  const locale = useLocale()
  const [typed, setTyped] = useState(() => typedPartOf(selection ?? card.trim, locale))
  const [isTried, setTried] = useState(false)
  const [isDeletingRest, setDeletingRest] = useState(false)
  const { data: facts } = useDeletion(card.id)
  const { keep, error, isPending } = useTrim(card, onClose)
  const isAll = typed.from.trim() === '' && typed.to.trim() === ''
  const range = isAll ? {} : readPart(typed, card.durationMs)
  const problem = isProblem(range) ? range : null
  const errorOf = (field: keyof TypedPart): string | null =>
    isTried && problem?.field === field ? say(problem.message, problem.values) : null
  const save = (): void => {
    setTried(true)
    if (isProblem(range)) return
    const { fromMs: startMs = 0, toMs } = range
    const endMs = toMs ?? card.durationMs
    const isWhole = startMs === 0 && (endMs === null || endMs >= (card.durationMs ?? Infinity))
    keep(isWhole || endMs === null ? null : { startMs, endMs })
  }
  if (isDeletingRest && card.trim !== null)
    return <DeleteRestDialog card={card} part={card.trim} onClose={onClose} />
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('trim.title', { title: card.title })}
      foot={
        <>
          {card.trim !== null && (
            <Button disabled={isPending} onPress={() => keep(null)}>
              {say('trim.all')}
            </Button>
          )}
          {card.trim !== null && facts?.canCut === true && (
            <Button onPress={() => setDeletingRest(true)}>{say('trim.rest')}</Button>
          )}
          <DialogSpacer />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button variant="main" disabled={isPending} onPress={save}>
            {say('trim.do')}
          </Button>
        </>
      }
    >
      <p>{say('trim.about')}</p>
      <div className={styles.times}>
        <TextField
          label={say('trim.from')}
          showLabel
          takesFocus
          value={typed.from}
          placeholder="0:00"
          onChange={(from) => setTyped({ ...typed, from })}
          onEnter={save}
          error={errorOf('from')}
        />
        <TextField
          label={say('trim.to')}
          showLabel
          value={typed.to}
          placeholder={
            card.durationMs === null ? '12:34' : typedTime(Math.round(card.durationMs / 1000) * 1000, locale)
          }
          onChange={(to) => setTyped({ ...typed, to })}
          onEnter={save}
          error={errorOf('to')}
        />
      </div>
      <p className={styles.hint}>{say('trim.hint')}</p>
      {selection !== null && <p className={styles.hint}>{say('trim.selection')}</p>}
      {card.trim !== null && facts?.originalStays === true && (
        <p className={styles.hint}>{say('trim.own-file')}</p>
      )}
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}

function typedPartOf(part: TimeSpan | null, locale: string): TypedPart {
  if (part === null) return { from: '', to: '' }
  const tenths = (ms: number): string => typedTime(Math.round(ms / 100) * 100, locale)
  return { from: part.startMs === 0 ? '' : tenths(part.startMs), to: tenths(part.endMs) }
}

/** Keeps a part, or all; the toast restores what was kept before. */
function useTrim({ id: recordingId, title, trim: before }: TrimDialogProps['card'], onDone: () => void) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const trim = useCall('recordings.trim')
  const keep = (part: TimeSpan | null): void => {
    const undo = (): void => {
      studio
        .call('recordings.trim', { recordingId, part: before })
        .catch((error: unknown) => toastError(error, language))
    }
    const done =
      part === null
        ? say('trim.done.all', { title })
        : say('trim.done', {
            title,
            from: typedTime(part.startMs, language),
            to: typedTime(part.endMs, language),
          })
    trim.mutate(
      { recordingId, part },
      {
        onSuccess: () => {
          onDone()
          toast.show({ text: done, action: { label: say('moments.undo'), run: undo } })
        },
      },
    )
  }
  return { keep, error: trim.error, isPending: trim.isPending }
}
