import { type FocusEvent, type KeyboardEvent, useId, useMemo, useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useSay } from '../../ui/words.tsx'
import { sourceVoice } from '../parts/source-name.ts'
import { useRecorder } from '../parts/use-recorder.tsx'
import { useLiveDraft } from '../running/live-draft.ts'
import type { PageLiveText } from '../running/live-text-store.ts'
import { type Running, useRecorderStore } from '../running/recorder-store.ts'
import { LiveDraft } from './live-draft.tsx'
import { type FlowItem, liveFlow } from './live-flow.ts'
import { LiveMoment } from './live-moment.tsx'
import { LiveParagraph } from './live-paragraph.tsx'
import styles from './live-text.module.css'
import { useFollowEnd } from './use-follow-end.ts'

export interface LiveTextProps {
  readonly running: Running
  readonly live: PageLiveText
}

/**
 * The text so far. Lines are fixed: further ones follow below, and none changes unless a person corrects it.
 */
export function LiveText({ running, live }: LiveTextProps) {
  const say = useSay()
  const hintId = useId()
  const slots = useRecorderStore((state) => state.slots)
  const isTyping = useLiveDraft(({ draft }) => draft !== null)
  const { lines, changes } = live
  const { moments } = running
  const items = useMemo(() => liveFlow(lines, changes, moments), [lines, changes, moments])
  const { ref, onScroll, isAtEnd, toEnd } = useFollowEnd(
    useMemo(() => [items, live.draft], [items, live.draft]),
    !isTyping,
  )
  const { stopId, ...lineKeys } = useLineKeys(items)
  return (
    <div className={styles.live}>
      <TextState live={live} />
      <VisuallyHidden>
        <span id={hintId}>{say('live.correct.hint')}</span>
      </VisuallyHidden>
      <div
        ref={ref}
        className={styles.flow}
        role="log"
        aria-label={say('live.text')}
        // Keys scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={onScroll}
        {...lineKeys}
      >
        {lines.length === 0 && live.state === 'following' && (
          <p className={styles.soon}>{say('live.nothing-yet')}</p>
        )}
        {lines.length === 0 && live.state === 'loading' && (
          <p className={styles.soon}>{say('live.loading')}</p>
        )}
        {items.map((item) =>
          item.kind === 'moment' ? (
            <LiveMoment key={item.id} moment={item.moment} />
          ) : (
            <LiveParagraph
              key={item.id}
              paragraph={item}
              voice={sourceVoice(running.inputs[item.source] ?? -1, slots)}
              sourceName={running.options.sources[item.source]?.name ?? ''}
              stopId={item.lines.some(({ id }) => id === stopId) ? stopId : null}
              hintId={hintId}
            />
          ),
        )}
        {live.draft !== null && <LiveDraft draft={live.draft} />}
      </div>
      {!isAtEnd && (
        <Button className={styles.latest} variant="line" size="small" onPress={toEnd}>
          {say('live.latest')}
        </Button>
      )}
    </div>
  )
}

const LINE = 'data-live-line'
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/**
 * One line is the tab stop, the last unless the person moved to another; the arrow keys move between lines.
 */
function useLineKeys(items: readonly FlowItem[]): {
  readonly stopId: string | null
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
} {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const last = items.findLast((item) => item.kind === 'paragraph' && item.lines.length > 0)
  const lastId = last?.kind === 'paragraph' ? (last.lines.at(-1)?.id ?? null) : null
  return {
    stopId: chosenId ?? lastId,
    onFocus: ({ target }) => {
      const id = target.getAttribute(LINE)
      if (id !== null) setChosenId(id)
    },
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!currentTarget.contains(relatedTarget)) setChosenId(null)
    },
    onKeyDown: (event) => {
      const step = STEPS[event.key]
      const from = event.target as Element
      if (step === undefined || !from.hasAttribute(LINE)) return
      const all = [...event.currentTarget.querySelectorAll<HTMLElement>(`[${LINE}]`)]
      const next = all[all.findIndex((one) => one === from) + step]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    },
  }
}

/** Why there is currently no text, if there is none. */
function TextState({ live: { state, error } }: { readonly live: PageLiveText }) {
  const say = useSay()
  const { willTranscribe } = useRecorder()
  if (state === 'off' || state === 'loading' || state === 'following') return null
  return (
    <div className={styles.state}>
      <Banner
        title={say(`live.${state}`)}
        tone="warn"
        icon="warn"
        role={state === 'behind' ? 'status' : 'alert'}
        error={error ?? undefined}
      >
        {error !== null && <p>{error.message}</p>}
        <p>{say('live.after-stop', { transcribes: willTranscribe ? 'yes' : 'no' })}</p>
      </Banner>
    </div>
  )
}
