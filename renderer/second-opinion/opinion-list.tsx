import type { OpinionCard } from '#contracts/calls/opinions'
import { compareWith, type EditorStore } from '../editor/editor-store.ts'
import { askAgainAtCaret } from '../editor/selection/ask-again.ts'
import { languageName } from '../ui/language-name.ts'
import { useCall } from '../rpc/use-call.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './opinion.module.css'
import { useOpinions } from './opinion-queries.ts'

export interface OpinionListProps {
  readonly session: TranscriptSession
  readonly store: EditorStore
}

/** Transcribes the recording again; lists the second texts made so far. */
export function OpinionList({ session, store }: OpinionListProps) {
  const say = useSay()
  const language = useLanguage()
  const cards = useOpinions(session.transcriptId) ?? []
  const discard = useCall('opinions.discard')
  const nameOf = ({ modelName, settings, result }: OpinionCard): string => {
    const spoken = result?.language ?? settings.language
    const ms = (settings.spans ?? []).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
    const name = say('opinion.list.item', {
      model: modelName,
      language: spoken === 'auto' ? say('job.language.auto') : languageName(spoken, language),
      parts: settings.spans === null ? 'all' : 'some',
      seconds: Math.max(1, Math.round(ms / 1_000)),
    })
    return settings.careful ? say('opinion.list.careful', { name }) : name
  }
  return (
    <section className={styles.list}>
      <h2>{say('opinion.list')}</h2>
      <Button
        variant="line"
        size="small"
        icon="retry"
        onPress={() => askAgainAtCaret(store, session.state.transcript, 'all')}
      >
        {say('opinion.again')}
      </Button>
      <ul>
        {cards.toReversed().map((card) => (
          <li key={card.jobId}>
            <span>
              {nameOf(card)}
              {card.result !== null && (
                <span className={styles.meta}>
                  {' · '}
                  {say('opinion.list.differences', { count: card.result.differences })}
                </span>
              )}
            </span>
            <span className={styles.acts}>
              <Button
                size="small"
                variant="line"
                aria-label={say('opinion.show.this', { name: nameOf(card) })}
                onPress={() => compareWith(store, { kind: 'job', jobId: card.jobId })}
              >
                {say('opinion.show')}
              </Button>
              <Button
                size="small"
                aria-label={say('opinion.discard.this', { name: nameOf(card) })}
                onPress={() =>
                  discard.mutate({ jobId: card.jobId }, { onError: (error) => toastError(error, language) })
                }
              >
                {say('opinion.discard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
