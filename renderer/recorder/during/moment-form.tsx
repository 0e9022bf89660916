import { Button } from '../../ui/button.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { Icon } from '../../ui/icon.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSay } from '../../ui/words.tsx'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import { changeDraft, closeDraft, draftKinds, momentOf, useMomentDraft } from '../running/moment-draft.ts'
import styles from './moments.module.css'

/** A row for the moment whose time was just set; Enter saves it, Escape discards it. */
export function MomentForm() {
  const say = useSay()
  const recorder = useRecorder()
  const attempt = useTry()
  const draft = useMomentDraft((state) => state.draft)
  if (draft === null) return null
  const keep = (): void =>
    attempt(async () => {
      await recorder.actions.setMoment(momentOf(draft))
      closeDraft()
    })
  const fields = { onEnter: keep, onEscape: closeDraft, spellCheck: true }
  const title = say('rec.moment.at', { time: formatDuration(draft.atMs) })
  return (
    // Mounted again for another moment, whose field takes the focus.
    <section key={draft.id} className={styles.jot} aria-label={title}>
      <div className={styles.line}>
        <b>{title}</b>
        <Segmented
          label={say('rec.moment.kind')}
          choices={draftKinds.map((id) => ({
            id,
            label: (
              <span className={styles.kind}>
                <Icon name={id} small />
                {say(`rec.moment.${id}`)}
              </span>
            ),
          }))}
          chosen={draft.kind}
          onChoose={(kind) => changeDraft({ kind })}
        />
        <Button size="small" onPress={closeDraft}>
          {say('rec.moment.cancel')}
        </Button>
        <Button size="small" variant="line" onPress={keep}>
          {say('rec.moment.keep')}
        </Button>
      </div>
      <div className={styles.line}>
        <TextField
          {...fields}
          className={styles.text}
          label={say('rec.moment.text')}
          placeholder={say('rec.moment.text')}
          value={draft.text}
          onChange={(text) => changeDraft({ text })}
          takesFocus
        />
        {draft.kind === 'action' && (
          <>
            <TextField
              {...fields}
              className={styles.part}
              label={say('rec.moment.who')}
              placeholder={say('rec.moment.who')}
              value={draft.who}
              onChange={(who) => changeDraft({ who })}
            />
            <TextField
              {...fields}
              className={styles.part}
              label={say('rec.moment.until')}
              placeholder={say('rec.moment.until')}
              value={draft.until}
              onChange={(until) => changeDraft({ until })}
            />
          </>
        )}
      </div>
    </section>
  )
}
