import { useState } from 'react'
import { type CheckingPace, minutesFor } from '#core/doubt/checking-pace'
import { formatLongDate } from '#core/notation/dates'
import { checkedPlaces } from '#core/doubt/places-to-check'
import { changedPlaces, nextChange } from '#core/edits/changed-places'
import type { ProgramLanguage } from '#core/messages/messages'
import type { Transcript } from '#core/transcript/transcript'
import { type EditorStore, listAll, useEditor } from '../editor/editor-store.ts'
import { useChangePreferences } from '../session/change-preferences.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'
import styles from './check.module.css'

export interface CheckEndProps {
  readonly player: Player
  readonly store: EditorStore
  readonly transcript: Transcript
  readonly pace: CheckingPace
  readonly session: TranscriptSession
  readonly recording: OpenRecording
}

/** Nothing is listed: what was looked at, what nobody listened to, and what can be done next. */
export function CheckEnd({ session, player, recording, store, transcript, pace }: CheckEndProps) {
  const say = useSay()
  const change = useChangePreferences()
  const [at, setAt] = useState(-1)
  const { only, timed, lessLikely, withLess } = useEditor(store, (state) => state.check)
  if (timed !== null || only !== null) {
    return (
      <div className={styles.end}>
        <h2>{say(timed === null ? 'check.end.reasons' : 'check.end.timed')}</h2>
        <Button variant="line" size="small" onPress={() => listAll(store)}>
          {say('check.end.all')}
        </Button>
      </div>
    )
  }
  const { right, corrected } = checkedPlaces(transcript)
  const looked = right + corrected
  const read = (): void => {
    player.setFollowing(true)
    player.seek(0)
    player.play()
    store.getState().surface?.focus()
  }
  const goToChange = (): void => {
    const changes = changedPlaces(transcript)
    const next = nextChange(changes, at)
    const place = changes[next]
    setAt(next)
    store.setState({ showsChanges: true })
    // A selection is visible only while the text has the focus.
    if (place) store.getState().surface?.selectWords(place.fromWordId, place.toWordId, { focus: true })
  }
  return (
    <div className={styles.end}>
      <h2>{say(looked === 0 ? 'check.end.none' : 'check.end.left')}</h2>
      <p>{say('check.end.looked', { looked, right, corrected })}</p>
      <ul className={styles.ways}>
        {!withLess && lessLikely > 0 && (
          <Way
            label={say('check.end.less')}
            value={say('check.end.less.time', { count: lessLikely, minutes: minutesFor(lessLikely, pace) })}
            onPress={() => change({ allDoubts: true })}
          />
        )}
        <Way
          label={say('check.end.read')}
          value={recording.durationMs === null ? '' : formatDuration(recording.durationMs)}
          onPress={read}
        />
        {corrected > 0 && (
          <Way
            label={say('check.end.corrected')}
            value={say('check.number', { count: corrected })}
            onPress={goToChange}
          />
        )}
      </ul>
      <MarkAsChecked session={session} recording={recording} />
    </div>
  )
}

/** What only a person can say: that all of it was listened to. */
function MarkAsChecked({ session, recording }: Pick<CheckEndProps, 'session' | 'recording'>) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const { transcriptId } = session
  const checkedAtMs = recording.transcript?.id === transcriptId ? recording.transcript.checkedAtMs : null
  const run = (work: () => Promise<unknown>, onDone?: () => void): void => {
    // After what was typed, as one step of undo with it.
    session.inOrder(work).then(onDone, (error: unknown) => toastError(error, language))
  }
  const set = (checked: boolean): void =>
    run(() => studio.call('transcripts.setChecked', { transcriptId, checked, stepId: session.newId() }))
  const markIt = (): void => {
    const stepId = session.newId()
    const takeBack = () => studio.call('moments.takeBack', { recordingId: recording.id, stepId })
    run(
      () => studio.call('transcripts.setChecked', { transcriptId, checked: true, stepId }),
      () =>
        void toast.show({
          text: say('check.marked'),
          tone: 'done',
          action: { label: say('moments.undo'), run: () => run(takeBack) },
        }),
    )
  }
  if (checkedAtMs === null) {
    return (
      <section className={styles.mark}>
        <h3>{say('check.mark.title')}</h3>
        <p>{say('check.mark.lead')}</p>
        <Button variant="line" size="small" icon="check" onPress={markIt}>
          {say('check.mark')}
        </Button>
      </section>
    )
  }
  const date = formatDate(checkedAtMs, language)
  return (
    <section className={styles.mark}>
      <p role="status">
        <Icon name="check" small /> <span>{say('check.by-you.on', { date })}</span>
      </p>
      <Button size="small" onPress={() => set(false)}>
        {say('check.unmark')}
      </Button>
    </section>
  )
}

const formatDate = (ms: number, language: ProgramLanguage): string => formatLongDate(ms, localeOf(language))

interface WayProps {
  readonly label: string
  readonly value: string
  readonly onPress: () => void
}

function Way({ label, value, onPress }: WayProps) {
  return (
    <li>
      <button type="button" onClick={onPress}>
        <span>{label}</span>
        <span className={styles.meta}>{value}</span>
      </button>
    </li>
  )
}
