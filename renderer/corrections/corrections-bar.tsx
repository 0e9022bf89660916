import { useState } from 'react'
import type { OpenCorrection } from '#core/corrections/open-corrections'
import {
  ACCEPT_STEP,
  acceptCorrections,
  correctionsForAll,
  DISMISS_STEP,
  dismissCorrections,
} from '#core/corrections/settle-corrections'
import type { Edit } from '#core/edits/edit'
import { changeCheck, type EditorStore } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { Button } from '../ui/button.tsx'
import { dayInText } from '../ui/format-date.ts'
import { toast } from '../ui/toast.tsx'
import { useNow } from '../ui/use-now.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { AcceptNamesDialog } from './accept-names-dialog.tsx'
import styles from './corrections.module.css'
import { useProposedCorrections } from './use-proposed-corrections.ts'

export interface CorrectionsBarProps {
  readonly session: TranscriptSession
  readonly store: EditorStore
}

/** Above the list: each returned document or review page with something left, and what concerns all of it. */
export function CorrectionsBar({ session, store }: CorrectionsBarProps) {
  const open = useProposedCorrections(useTranscriptAfterTyping(session))
  const sets = Map.groupBy(open, ({ set }) => set.id)
  if (sets.size === 0) return null
  const bars = [...sets].map(([id, own]) => <SetBar key={id} session={session} store={store} open={own} />)
  return <div className={styles.bars}>{bars}</div>
}

interface SetBarProps extends CorrectionsBarProps {
  /** Of one set; at least one. */
  readonly open: readonly OpenCorrection[]
}

function SetBar({ session, store, open }: SetBarProps) {
  const say = useSay()
  const language = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const nowMs = useNow()
  const { by, atMs, source } = open[0]?.set ?? { by: null, atMs: null, source: { fileName: '' } }
  const file = source.fileName
  const title = by === null ? say('corrections.title.file', { file }) : say('corrections.title', { name: by })
  const words = correctionsForAll(open, { withNames: false })
  const names = correctionsForAll(open, { withNames: true }).filter(
    ({ item }) => item.kind === 'speaker-name',
  )
  const settle = (edits: readonly Edit[], count: number): void => {
    if (edits.length === 0) {
      toast.show({ text: say('check.stale') })
      return
    }
    session.apply(edits, {
      origin: 'check',
      stepId: (count > 0 ? ACCEPT_STEP : DISMISS_STEP) + session.newId(),
    })
    if (count > 0) toast.show({ text: say('corrections.accepted', { count, left: open.length - count }) })
    changeCheck(store, { open: null, wantsFocus: true })
  }
  const accept = (some: readonly OpenCorrection[]): void => {
    setAsking(false)
    settle(acceptCorrections(session.state.transcript, some, session.limits), some.length)
  }
  // The title has the file's name where nobody's is known.
  const shownFile = by === null ? '' : file
  const date = atMs === null ? null : dayInText(atMs, nowMs, language)
  const from = date === null ? shownFile : shownFile === '' ? date : say('corrections.from', { file, date })
  return (
    <section className={styles.bar} aria-label={title}>
      <h2 className={styles.title} title={title}>
        {title}
      </h2>
      <p className={styles.meta}>
        {from === '' ? '' : `${from} · `}
        {say('corrections.left', { count: open.length })}
      </p>
      <div className={styles.acts}>
        {words.length + names.length > 0 && (
          <Button
            variant="line"
            size="small"
            onPress={() => (names.length > 0 ? setAsking(true) : accept(words))}
          >
            {say('corrections.accept-all', { count: words.length + names.length })}
          </Button>
        )}
        <Button size="small" onPress={() => settle(dismissCorrections(session.state.transcript, open), 0)}>
          {say('corrections.dismiss-all')}
        </Button>
      </div>
      {isAsking && (
        <AcceptNamesDialog
          names={names}
          onClose={() => setAsking(false)}
          onAccept={(chosen) => accept([...words, ...chosen])}
        />
      )}
    </section>
  )
}
