import { useRef } from 'react'
import { type Moment, type MomentKind, momentKinds, momentText } from '#core/moments/moment'
import { useShownKey } from '../keys/use-key-actions.ts'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useSay } from '../ui/words.tsx'
import { MeetingFields } from './meeting-fields.tsx'
import { beginMoment, endDraft, type MomentStore, useMomentState } from './moment-store.ts'
import styles from './moments.module.css'
import type { MomentChanges } from './use-moments.ts'

export interface MomentsPanelProps {
  readonly recordingId: string
  readonly moments: readonly Moment[]
  readonly changes: MomentChanges
  readonly store: MomentStore
  /** Marks a moment at the playback position or the caret. */
  readonly onNew: (kind: MomentKind) => void
  readonly onGo: (moment: Moment) => void
  /** Opens the export with minutes chosen. */
  readonly onMinutes: () => void
}

/** All moments in order of time, facts about the conversation for minutes, and a link to the minutes. */
export function MomentsPanel({
  recordingId,
  moments,
  changes,
  store,
  onNew,
  onGo,
  onMinutes,
}: MomentsPanelProps) {
  const say = useSay()
  const panel = useRef<HTMLDivElement>(null)
  const written = useMomentState(store, (state) => state.draft?.moment.id ?? null)
  const remove = (moment: Moment): void => {
    if (written === moment.id) endDraft(store)
    const stepId = changes.remove(moment)
    // The pressed button is removed with its row.
    panel.current?.focus()
    const undo = { label: say('moments.undo'), run: () => changes.takeBack(stepId) }
    toast.show({ text: say('moments.deleted'), action: undo })
  }
  return (
    <div ref={panel} tabIndex={-1} className={styles.panel}>
      <div className={styles.acts}>
        {momentKinds.map((kind) => (
          <Button
            key={kind}
            variant="line"
            size="small"
            icon={kind}
            preventFocusOnPress
            onPress={() => onNew(kind)}
          >
            {say(`moments.${kind}`)}
          </Button>
        ))}
      </div>
      {moments.length === 0 ? (
        <NoMoments />
      ) : (
        <ol className={styles.list} aria-label={say('moments.list')}>
          {moments.map((moment) => (
            <MomentRow
              key={moment.id}
              moment={moment}
              onGo={onGo}
              onEdit={() => beginMoment(store, moment, false)}
              onRemove={remove}
            />
          ))}
        </ol>
      )}
      <MeetingFields recordingId={recordingId} />
      <div>
        <Button variant="line" icon="save" onPress={onMinutes}>
          {say('moments.minutes')}
        </Button>
      </div>
    </div>
  )
}

function NoMoments() {
  const say = useSay()
  const [decision, action, bookmark] = [
    useShownKey('decision'),
    useShownKey('action'),
    useShownKey('bookmark'),
  ]
  return (
    <p className={styles.none}>
      {decision === undefined || action === undefined || bookmark === undefined
        ? say('moments.none.no-keys')
        : say('moments.none', { decision, action, bookmark })}
    </p>
  )
}

interface MomentRowProps {
  readonly moment: Moment
  readonly onGo: (moment: Moment) => void
  readonly onEdit: () => void
  readonly onRemove: (moment: Moment) => void
}

function MomentRow({ moment, onGo, onEdit, onRemove }: MomentRowProps) {
  const say = useSay()
  const text = momentText(moment).trim()
  const shown = text === '' ? say('moments.untitled') : text
  const time = formatDuration(moment.atMs)
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => onGo(moment)}>
        <span className={styles.kind}>
          <Icon name={moment.kind} small />
          <VisuallyHidden>{say(`moments.${moment.kind}`)}</VisuallyHidden>
        </span>
        <span className={text === '' ? styles.untitled : styles.text}>{shown}</span>
        <time>{time}</time>
        {moment.kind === 'action' && <WhoUntil who={moment.value.who} until={moment.value.until} />}
      </button>
      <div className={styles.rowActs}>
        <Button
          size="small"
          onPress={onEdit}
          aria-label={say('shell.act-on', { act: say('moments.edit'), what: shown })}
        >
          {say('moments.edit')}
        </Button>
        <Button
          size="small"
          onPress={() => onRemove(moment)}
          aria-label={say('shell.act-on', { act: say('moments.delete'), what: shown })}
        >
          {say('moments.delete')}
        </Button>
      </div>
    </li>
  )
}

function WhoUntil({ who, until }: { readonly who: string; readonly until: string }) {
  const say = useSay()
  if (who.trim() === '' && until.trim() === '') return null
  if (until.trim() === '') return <span className={styles.who}>{who}</span>
  return (
    <span className={styles.who}>
      {who.trim() === '' ? say('moments.until-only', { until }) : say('moments.who-until', { who, until })}
    </span>
  )
}
