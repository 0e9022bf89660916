import { useId, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type MomentKind, momentKinds, momentText } from '#core/moments/moment'
import { parseTime, typedTime } from '#core/sound/parse-time'
import { bringIntoView } from '../ui/bring-into-view.ts'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useLocale, useSay } from '../ui/words.tsx'
import {
  endDraft,
  keepDraft,
  type MomentDraft,
  type MomentStore,
  setActionPart,
  setKind,
  setText,
  setTime,
  useMomentState,
} from './moment-store.ts'
import styles from './moments.module.css'
import type { MomentChanges } from './use-moments.ts'

export interface MomentFormProps {
  readonly store: MomentStore
  readonly changes: MomentChanges
  readonly durationMs: number
  /** Names offered for who does an action. */
  readonly people: readonly string[]
  /** Editing ended, and the element that had the focus before no longer exists. */
  readonly onLeave: () => void
  /** Makes a new note a comment on the words there, with the text so far; null: there are none. */
  readonly onComment: ((atMs: number, text: string) => void) | null
}

/** The moment being edited, in a row above the sound, unless the list of notes shows it. */
export function MomentStrip(props: MomentFormProps) {
  const say = useSay()
  const draft = useMomentState(props.store, (state) => state.draft)
  const isListed = useMomentState(props.store, (state) => state.isListed)
  if (draft === null || isListed) return null
  return (
    <section className={styles.strip} aria-label={say('moments.strip')}>
      {/* Mounted again for another moment, so that its typed time is not kept. */}
      <MomentForm key={draft.moment.id} draft={draft} {...props} />
    </section>
  )
}

/** The fields of the moment being edited: Enter saves it, Escape discards the changes. */
export function MomentForm({
  store,
  draft,
  changes,
  durationMs,
  people,
  onLeave,
  onComment,
  isInList = false,
  onRemove,
}: MomentFormProps & {
  readonly draft: MomentDraft
  /** In the narrow list of notes. */
  readonly isInList?: boolean
  readonly onRemove?: () => void
}) {
  const say = useSay()
  const names = useId()
  const { moment, isNew } = draft
  const field = useRef<HTMLInputElement>(null)
  const locale = useLocale()
  const [time, setTypedTime] = useState(() => typedTime(moment.atMs, locale))
  const wantsFocus = useMomentState(store, (state) => state.wantsFocus)
  // Before the next key, which would otherwise be typed into the text.
  useLayoutEffect(() => {
    if (!wantsFocus) return
    store.setState({ wantsFocus: false })
    field.current?.focus()
    bringIntoView(field.current)
  }, [wantsFocus, store])
  const typedMs = parseTime(time)
  const isWrongTime = typedMs === null || (durationMs > 0 && typedMs > durationMs)
  const leave = (): void => {
    const { returnTo } = draft
    const isThere = returnTo instanceof HTMLElement && returnTo !== document.body && returnTo.isConnected
    if (isThere) returnTo.focus()
    // In the list its row is back.
    else if (!isNew && focusNote(moment.id)) return
    else onLeave()
  }
  const keep = (): void => {
    if (isWrongTime) return
    const stepId = flushSync(() => keepDraft(store, changes))
    if (stepId !== null && !isNew) {
      const undo = { label: say('moments.undo'), run: () => changes.takeBack(stepId) }
      toast.show({ text: say('moments.changed'), action: undo })
    }
    leave()
  }
  const cancel = (): void => {
    flushSync(() => endDraft(store))
    leave()
  }
  const typeTime = (typed: string): void => {
    setTypedTime(typed)
    const ms = parseTime(typed)
    if (ms !== null) setTime(store, ms)
  }
  const kinds: readonly (MomentKind | 'comment')[] =
    isNew && onComment !== null ? ['comment', ...momentKinds] : momentKinds
  const chooseKind = (kind: MomentKind | 'comment'): void => {
    if (kind !== 'comment') {
      setKind(store, kind)
      return
    }
    endDraft(store)
    onComment?.(moment.atMs, momentText(moment))
  }
  const keys = { onEnter: keep, onEscape: cancel, spellCheck: true }
  const labelOf = (kind: MomentKind | 'comment'): string =>
    say(kind === 'comment' ? 'notes.comment' : `moments.${kind}`)
  const heading = <b>{say('moments.at', { time: formatDuration(moment.atMs) })}</b>
  const fields = (
    <div className={styles.fields}>
      <TextField
        className={styles.wide}
        inputRef={field}
        label={say(`moments.text.${moment.kind}`)}
        placeholder={say(`moments.text.${moment.kind}`)}
        value={momentText(moment)}
        onChange={(text) => setText(store, text)}
        {...keys}
      />
      {moment.kind === 'action' && (
        <>
          <TextField
            label={say('moments.who')}
            placeholder={say('moments.who')}
            value={moment.value.who}
            list={names}
            onChange={(who) => setActionPart(store, 'who', who)}
            {...keys}
          />
          <datalist id={names}>
            {people.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </datalist>
          <TextField
            label={say('moments.until')}
            placeholder={say('moments.until.example')}
            value={moment.value.until}
            onChange={(until) => setActionPart(store, 'until', until)}
            {...keys}
          />
        </>
      )}
      {!isNew && (
        <TextField
          className={styles.time}
          label={say('moments.time')}
          value={time}
          onChange={typeTime}
          error={isWrongTime ? say('moments.time.wrong') : null}
          {...keys}
        />
      )}
      {onRemove && (
        <Button size="small" onPress={onRemove}>
          {say('moments.delete')}
        </Button>
      )}
    </div>
  )
  const ends = (
    <>
      <span className={styles.space} />
      <Button size="small" onPress={cancel}>
        {say('moments.cancel')} {!isInList && <kbd>{say('moments.key.escape')}</kbd>}
      </Button>
      <Button size="small" variant="line" disabled={isWrongTime} onPress={keep}>
        {say('moments.keep')} {!isInList && <kbd>{say('editor.key.enter')}</kbd>}
      </Button>
    </>
  )
  if (isInList) {
    return (
      <>
        {heading}
        {fields}
        <div className={styles.head}>
          <Select
            size="small"
            label={say('moments.kind')}
            chosen={moment.kind}
            onChoose={chooseKind}
            choices={kinds.map((kind) => ({ id: kind, label: labelOf(kind) }))}
          />
          {ends}
        </div>
      </>
    )
  }
  return (
    <>
      <div className={styles.head}>
        {heading}
        <Segmented
          label={say('moments.kind')}
          chosen={moment.kind}
          onChoose={chooseKind}
          choices={kinds.map((kind) => ({
            id: kind,
            label: (
              <span className={styles.kind}>
                <Icon name={kind} small />
                {labelOf(kind)}
              </span>
            ),
          }))}
        />
        {ends}
      </div>
      {fields}
    </>
  )
}

/** Gives the row of a note in the list the focus; false if it is not shown. */
export function focusNote(id: string): boolean {
  const row = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"] button`)
  row?.focus()
  return row !== null
}
