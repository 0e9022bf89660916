import { useLayoutEffect, useRef, useState } from 'react'
import { type MomentKind, momentKinds, momentText } from '#core/moments/moment'
import { parseTime, typedTime } from '#core/sound/parse-time'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import {
  endDraft,
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
  /** Editing ended, and the element that had the focus before no longer exists. */
  readonly onLeave: () => void
}

/** The moment being edited, in a row above the sound: Enter saves it, Escape discards it. */
export function MomentForm({ store, ...rest }: MomentFormProps) {
  const draft = useMomentState(store, (state) => state.draft)
  // Mounted again for another moment, so that its typed time is not kept.
  return draft === null ? null : <OpenStrip key={draft.moment.id} store={store} draft={draft} {...rest} />
}

function OpenStrip({
  store,
  draft,
  changes,
  durationMs,
  onLeave,
}: MomentFormProps & { readonly draft: MomentDraft }) {
  const say = useSay()
  const { moment, isNew } = draft
  const [before] = useState(() => document.activeElement)
  /** Its state when it was opened. */
  const [original] = useState(moment)
  const field = useRef<HTMLInputElement>(null)
  const [time, setTypedTime] = useState(() => typedTime(moment.atMs))
  const wantsFocus = useMomentState(store, (state) => state.wantsFocus)
  // Before the next key, which would otherwise be typed into the text.
  useLayoutEffect(() => {
    if (!wantsFocus) return
    store.setState({ wantsFocus: false })
    field.current?.focus()
  }, [wantsFocus, store])
  const typedMs = parseTime(time)
  const isWrongTime = typedMs === null || (durationMs > 0 && typedMs > durationMs)
  const leave = (): void => {
    const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected
    if (isThere) before.focus()
    else onLeave()
  }
  const keep = (): void => {
    if (isWrongTime) return
    const written = endDraft(store)
    if (written !== null) {
      const stepId = changes.set(written)
      if (!isNew && JSON.stringify(written) !== JSON.stringify(original)) {
        const undo = { label: say('moments.undo'), run: () => changes.takeBack(stepId) }
        toast.show({ text: say('moments.changed'), action: undo })
      }
    }
    leave()
  }
  const cancel = (): void => {
    endDraft(store)
    leave()
  }
  const typeTime = (typed: string): void => {
    setTypedTime(typed)
    const ms = parseTime(typed)
    if (ms !== null) setTime(store, ms)
  }
  const keys = { onEnter: keep, onEscape: cancel, spellCheck: true }
  return (
    <section className={styles.strip} aria-label={say('moments.strip')}>
      <div className={styles.head}>
        <b>{say('moments.at', { time: formatDuration(moment.atMs) })}</b>
        <Segmented
          label={say('moments.kind')}
          chosen={moment.kind}
          onChoose={(kind) => setKind(store, kind)}
          choices={momentKinds.map((kind) => ({ id: kind, label: <KindLabel kind={kind} /> }))}
        />
        <span className={styles.space} />
        <Button size="small" onPress={cancel}>
          {say('moments.cancel')} <kbd>{say('moments.key.escape')}</kbd>
        </Button>
        <Button size="small" variant="line" disabled={isWrongTime} onPress={keep}>
          {say('moments.keep')} <kbd>{say('editor.key.enter')}</kbd>
        </Button>
      </div>
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
              onChange={(who) => setActionPart(store, 'who', who)}
              {...keys}
            />
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
      </div>
    </section>
  )
}

export function KindLabel({ kind }: { readonly kind: MomentKind }) {
  const say = useSay()
  return (
    <span className={styles.kind}>
      <Icon name={kind} small />
      {say(`moments.${kind}`)}
    </span>
  )
}
