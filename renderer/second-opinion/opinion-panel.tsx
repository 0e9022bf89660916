import { useEffect } from 'react'
import { changeComparing, type Comparing, type EditorStore } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Loading } from '../ui/loading.tsx'
import { useSay } from '../ui/words.tsx'
import { DifferenceList } from './difference-list.tsx'
import { OpinionJob } from './opinion-job.tsx'
import styles from './opinion.module.css'
import { useOpinions, useSecondText } from './opinion-queries.ts'

export interface OpinionPanelProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly comparing: Comparing
  /** Length of the recording. */
  readonly durationMs: number | null
}

/** A second text next to the transcript: its progress while it is made, then the differences. */
export function OpinionPanel({ session, player, store, comparing, durationMs }: OpinionPanelProps) {
  const say = useSay()
  const { text: compared } = comparing
  const cards = useOpinions(session.transcriptId)
  const { text, error } = useSecondText(session.transcriptId, compared)
  const card = compared.kind === 'job' ? cards?.find(({ jobId }) => jobId === compared.jobId) : undefined
  const title =
    compared.kind === 'transcript'
      ? say('opinion.compared', { name: compared.name })
      : card === undefined
        ? say('opinion.title')
        : say('opinion.titled', { model: card.modelName })
  useEffect(
    () =>
      // If the person continues typing, the focus stays in the text when it is done.
      session.onChange(({ origin }) => {
        if (origin !== 'studio' && origin !== 'opinion') changeComparing(store, { wantsFocus: false })
      }),
    [session, store],
  )
  const close = (): void => {
    store.setState({ comparing: null, isDrawerOpen: false })
    store.getState().surface?.focus()
  }
  return (
    <section className={styles.panel} aria-label={say('opinion.title')}>
      <div className={styles.head}>
        <h2 title={title}>{title}</h2>
        <IconButton icon="x" label={say('shell.close')} onPress={close} />
      </div>
      {text !== null && text !== undefined && (
        <>
          <div className={styles.tools}>
            <Button
              size="small"
              variant="line"
              icon={comparing.isSideBySide ? 'pen' : 'list'}
              onPress={() => {
                changeComparing(store, { isSideBySide: !comparing.isSideBySide })
                // As a drawer, the panel would cover both texts.
                store.setState({ isDrawerOpen: comparing.isSideBySide })
              }}
            >
              {say(comparing.isSideBySide ? 'opinion.text' : 'opinion.side-by-side')}
            </Button>
          </div>
          <DifferenceList session={session} player={player} store={store} comparing={comparing} text={text} />
        </>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {text === undefined && error === null && <Loading />}
      {compared.kind === 'job' && text !== undefined && (
        <OpinionJob jobId={compared.jobId} durationMs={durationMs} isMade={text !== null} />
      )}
    </section>
  )
}
