import { useCallback, useRef, useState } from 'react'
import { isOwnPace, minutesFor } from '#core/doubt/checking-pace'
import type { Difference } from '#core/second-opinion/difference'
import { differencesForAll } from '#core/second-opinion/take-differences'
import { CheckProgress } from '../editor/doubt/check-progress.tsx'
import { useCheckingPace } from '../editor/doubt/use-checking-pace.ts'
import { changeComparing, type Comparing, type EditorStore, useEditor } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import { AcceptAllDialog } from './accept-all-dialog.tsx'
import { DifferenceLines, textOf, wordsAround } from './difference-lines.tsx'
import { OpenDifference } from './open-difference.tsx'
import styles from './opinion.module.css'
import type { SecondText } from './opinion-queries.ts'
import { playDifference } from './play-difference.ts'
import { useDifferences } from './use-differences.ts'
import { useDifferencesInText } from './use-differences-in-text.ts'

export interface DifferenceListProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly comparing: Comparing
  readonly text: SecondText
}

/** Rows drawn below the open one; more follow as the open one advances. */
const SHOWN_AFTER = 40

/** Differences of a second text, one open at a time: play it, accept or refuse it, go to the next. */
export function DifferenceList({ session, player, store, comparing, text }: DifferenceListProps) {
  const say = useSay()
  const transcript = useTranscriptAfterTyping(session)
  const surface = useEditor(store, (state) => state.surface)
  const { withWriting, openKey, wantsFocus } = comparing
  const { open, count, last, accept, keep } = useDifferences(session, text, withWriting)
  const pace = useCheckingPace(count - open.length)
  const [isAsking, setAsking] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const found = open.findIndex(({ key }) => key === openKey)
  const at = found < 0 ? 0 : found
  const now = open[at] ?? null
  useDifferencesInText(surface, session, open, now)
  const isMine = open.length - differencesForAll(open).length

  const openNext = (after: number): void => {
    const next = open[after + 1] ?? open[after - 1]
    changeComparing(store, { openKey: next?.key ?? null, wantsFocus: next !== undefined })
    if (next === undefined) top.current?.focus()
  }
  const settle = (difference: Difference, how: (some: readonly Difference[]) => boolean): void => {
    if (how([difference])) openNext(open.indexOf(difference))
    else toast.show({ text: say('opinion.stale') })
  }
  const onFocused = useCallback(() => changeComparing(store, { wantsFocus: false }), [store])
  const settleAll = (some: readonly Difference[], how: (all: readonly Difference[]) => boolean): void => {
    setAsking(false)
    if (!how(some)) toast.show({ text: say('opinion.stale') })
    changeComparing(store, { openKey: null, wantsFocus: false })
    top.current?.focus()
  }
  return (
    <>
      <div ref={top} tabIndex={-1} className={styles.scroll}>
        <div className={styles.counts}>
          <p className={styles.count} role="status">
            {count === 0
              ? say('opinion.none')
              : open.length === 0
                ? say('opinion.all-settled')
                : say('opinion.settled', { settled: count - open.length, all: count })}
          </p>
          {open.length > 0 && (
            <span className={styles.meta}>
              {say(isOwnPace(pace) ? 'editor.check.left' : 'editor.check.left.guess', {
                minutes: minutesFor(open.length, pace),
                seconds: Math.round(pace.placeMs / 1_000),
              })}
            </span>
          )}
        </div>
        <CheckProgress checked={count - open.length} left={open.length} />
        <Checkbox checked={withWriting} onChange={(on) => changeComparing(store, { withWriting: on })}>
          {say('opinion.writing')}
        </Checkbox>
        <ol className={styles.todo}>
          {last !== null && (
            <li className={styles.settled}>
              <p className={styles.why}>
                <Icon name="check" small />
                {say(`opinion.${last.outcome}`)}
                <time>{formatDuration(last.difference.startMs)}</time>
              </p>
              <blockquote>
                {wordsAround(transcript, last.difference).before}{' '}
                <mark className={styles.hit}>
                  {textOf(last.outcome === 'accepted' ? last.difference.words : last.difference.now)}
                </mark>{' '}
                {wordsAround(transcript, last.difference).after}
              </blockquote>
            </li>
          )}
          {now !== null && (
            <OpenDifference
              key={now.key}
              transcript={transcript}
              difference={now}
              wantsFocus={wantsFocus}
              onFocused={onFocused}
              onPlay={() => playDifference(player, now)}
              onAccept={() => settle(now, accept)}
              onKeep={() => settle(now, keep)}
            />
          )}
          {open.slice(at + 1, at + 1 + SHOWN_AFTER).map((difference) => (
            <li key={difference.key}>
              <button
                type="button"
                className={styles.row}
                onClick={() => changeComparing(store, { openKey: difference.key, wantsFocus: true })}
              >
                <span className={styles.why}>
                  <span>
                    {say(`opinion.kind.${difference.kind}`)}
                    {difference.isByPerson && ` · ${say('opinion.by-person')}`}
                  </span>
                  <time>{formatDuration(difference.startMs)}</time>
                </span>
                <DifferenceLines transcript={transcript} difference={difference} />
              </button>
            </li>
          ))}
        </ol>
        {open.length > at + 1 + SHOWN_AFTER && (
          <p className={styles.meta}>{say('opinion.more', { count: open.length - at - 1 - SHOWN_AFTER })}</p>
        )}
      </div>
      {open.length > 0 && (
        <div className={styles.foot}>
          <Button variant="line" size="small" onPress={() => setAsking(true)}>
            {say('opinion.accept-all', { count: open.length - isMine })}
          </Button>
          <Button size="small" onPress={() => settleAll(open, keep)}>
            {say('opinion.keep-all')}
          </Button>
          <span className={styles.meta}>{say('opinion.yours-stay')}</span>
        </div>
      )}
      {isAsking && (
        <AcceptAllDialog
          open={open}
          onClose={() => setAsking(false)}
          onAccept={(some) => settleAll(some, accept)}
        />
      )}
    </>
  )
}
