import { useEffect, useState } from 'react'
import type { CheckingPace } from '#core/doubt/checking-pace'
import { likeliestInTime } from '#core/doubt/list-order'
import { changeCheck, type CheckState, type EditorStore, listedItems } from '../editor/editor-store.ts'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { PanelFoot, PanelSpace } from '../ui/panel.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './check.module.css'

const LIMIT_MS = 600_000
const SECOND_MS = 1_000

export interface TimedCheckProps {
  readonly store: EditorStore
  readonly check: CheckState
  readonly pace: CheckingPace
}

/** Limits the list to the likeliest errors that fit into ten minutes, counts these down, and can be stopped. */
export function TimedCheck({ store, check, pace }: TimedCheckProps) {
  const say = useSay()
  const listable = listedItems({ ...check, timed: null })
  const { timed } = check
  const start = (): void => {
    const chosen = likeliestInTime(listable, LIMIT_MS, pace)
    const keys = new Set(chosen.map(({ key }) => key))
    changeCheck(store, {
      timed: { untilMs: Date.now() + LIMIT_MS, keys, of: listable.length },
      order: 'likeliest',
      open: null,
      isCorrecting: false,
      wantsFocus: true,
    })
  }
  const stop = (): void => changeCheck(store, { timed: null })
  if (timed === null) {
    return (
      <PanelFoot>
        <Button variant="line" size="small" icon="clock" onPress={start}>
          {say('check.ten-minutes')}
        </Button>
        <span className={styles.meta}>{say('check.ten-minutes.hint')}</span>
      </PanelFoot>
    )
  }
  return (
    <PanelFoot>
      <span className={styles.meta}>
        <TimeLeft untilMs={timed.untilMs} /> · {say('check.timed', { count: timed.keys.size, all: timed.of })}
      </span>
      <PanelSpace />
      <Button size="small" onPress={stop}>
        {say('check.stop')}
      </Button>
    </PanelFoot>
  )
}

function TimeLeft({ untilMs }: { readonly untilMs: number }) {
  const say = useSay()
  const [nowMs, setNow] = useState(() => Date.now())
  const leftMs = untilMs - nowMs
  const isOver = leftMs <= 0
  useEffect(() => {
    if (isOver) return undefined
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [isOver])
  return isOver ? (
    <span role="status">{say('check.time-is-up')}</span>
  ) : (
    <span role="timer">
      {say('check.time-left', { time: formatDuration(Math.ceil(leftMs / SECOND_MS) * SECOND_MS) })}
    </span>
  )
}
