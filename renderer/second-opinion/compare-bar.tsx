import { useEffect, useState } from 'react'
import type { Difference } from '#core/second-opinion/difference'
import { differencesForAll, keepEdit, takeDifferences } from '#core/second-opinion/take-differences'
import type { Edit } from '#core/edits/edit'
import {
  changeCheck,
  changeComparing,
  type Comparing,
  type EditorStore,
  endComparing,
  useEditor,
} from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import { AcceptAllDialog } from './accept-all-dialog.tsx'
import { OpinionJob } from './opinion-job.tsx'
import styles from './opinion.module.css'
import { useOpinions, useSecondText } from './opinion-queries.ts'
import { useDifferencesInText } from './use-differences-in-text.ts'

export interface CompareBarProps {
  readonly session: TranscriptSession
  readonly store: EditorStore
  readonly comparing: Comparing
  /** Length of the recording. */
  readonly durationMs: number | null
}

/** Above the list while a second text is compared: its progress while it is made, then what concerns all of it. */
export function CompareBar({ session, store, comparing, durationMs }: CompareBarProps) {
  const say = useSay()
  const { text: compared, differences, withWriting, isSideBySide } = comparing
  const cards = useOpinions(session.transcriptId)
  const { text, error } = useSecondText(session.transcriptId, compared)
  const surface = useEditor(store, (state) => state.surface)
  const openKey = useEditor(store, (state) => state.check.open?.key ?? null)
  const isAnyDone = useEditor(store, ({ check }) => check.done.some(({ item }) => item.reason === 'model'))
  const [isAsking, setAsking] = useState(false)
  useDifferencesInText(surface, session, differences, openKey)
  useEffect(
    () =>
      // If the person continues typing, the focus stays in the text when it is done.
      session.onChange(({ origin }) => {
        if (origin !== 'studio' && origin !== 'opinion') changeCheck(store, { wantsFocus: false })
      }),
    [session, store],
  )
  const card = compared.kind === 'job' ? cards?.find(({ jobId }) => jobId === compared.jobId) : undefined
  const title =
    compared.kind === 'transcript'
      ? say('opinion.compared', { name: compared.name })
      : card === undefined
        ? say('opinion.title')
        : say('opinion.titled', { model: card.modelName })
  const settleAll = (make: () => readonly Edit[]): void => {
    setAsking(false)
    const edits = make()
    if (edits.length === 0) toast.show({ text: say('check.stale') })
    else session.apply(edits, { origin: 'opinion', stepId: session.newId() })
    changeCheck(store, { open: null, wantsFocus: true })
  }
  const newId = (): string => session.newId()
  const take = (some: readonly Difference[]) => () =>
    takeDifferences(session.state.transcript, some, newId, session.limits)
  const keep = (some: readonly Difference[]) => () =>
    some.map((each) => keepEdit(session.state.transcript, each, newId()))
  const close = (): void => {
    endComparing(store)
    store.getState().surface?.focus()
  }
  return (
    <section className={styles.bar} aria-label={say('opinion.title')}>
      <div className={styles.head}>
        <h2 title={title}>{title}</h2>
        <IconButton icon="x" label={say('shell.close')} onPress={close} />
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {compared.kind === 'job' && text !== undefined && (
        <OpinionJob jobId={compared.jobId} durationMs={durationMs} isMade={text !== null} />
      )}
      {differences?.length === 0 && (
        <p role="status">{say(isAnyDone ? 'opinion.all-settled' : 'opinion.none')}</p>
      )}
      {differences !== null && (
        <div className={styles.acts}>
          <Button
            size="small"
            variant="line"
            onPress={() => {
              changeComparing(store, { isSideBySide: !isSideBySide })
              // As a drawer, the panel would cover both texts.
              store.setState({ isDrawerOpen: isSideBySide })
            }}
          >
            {say(isSideBySide ? 'opinion.text' : 'opinion.side-by-side')}
          </Button>
          {differences.length > 0 && (
            <>
              <Button variant="line" size="small" onPress={() => setAsking(true)}>
                {say('opinion.accept-all', { count: differencesForAll(differences).length })}
              </Button>
              <Button size="small" onPress={() => settleAll(keep(differences))}>
                {say('opinion.keep-all')}
              </Button>
            </>
          )}
          <Checkbox checked={withWriting} onChange={(on) => changeComparing(store, { withWriting: on })}>
            {say('opinion.writing')}
          </Checkbox>
        </div>
      )}
      {isAsking && differences !== null && (
        <AcceptAllDialog
          open={differences}
          onClose={() => setAsking(false)}
          onAccept={(some) => settleAll(take(some))}
        />
      )}
    </section>
  )
}
