import { useEffect, useRef } from 'react'
import { useShownKey } from '../../keys/use-key-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSay } from '../../ui/words.tsx'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import type { Running } from '../running/recorder-store.ts'
import { useMomentDraft } from '../running/moment-draft.ts'
import styles from './during.module.css'
import { useMarkMoment } from './use-moment-key.ts'

export interface RunningControlsProps {
  readonly running: Running
  /** Icons only, for the bar below other screens. */
  readonly small?: boolean
}

/** Pause or resume, stop, and a moment. */
export function RunningControls({ running, small = false }: RunningControlsProps) {
  const say = useSay()
  const recorder = useRecorder()
  const attempt = useTry()
  const mark = useMarkMoment()
  const shownKey = useShownKey('record-moment')
  const isDraft = useMomentDraft(({ draft }) => draft !== null)
  const markButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The field that had the focus no longer exists; Enter here marks a moment and does not stop anything.
    if (!isDraft && document.activeElement === document.body) markButton.current?.focus()
  }, [isDraft])
  const isPaused = running.clock.pausedSinceMs !== null
  const isStopping = running.phase === 'stopping'
  const turn = (): void => (isPaused ? attempt(() => recorder.resume()) : recorder.actions.pause())
  const stop = (): void => attempt(() => recorder.stop())
  const pauseLabel = say(isPaused ? 'rec.resume' : 'rec.pause')
  if (small)
    return (
      <div className={styles.controls}>
        <IconButton
          icon={isPaused ? 'record' : 'pause'}
          label={pauseLabel}
          disabled={isStopping}
          tipPlacement="top"
          onPress={turn}
        />
        <IconButton
          ref={markButton}
          icon="bookmark"
          label={say('rec.moment')}
          keys={shownKey}
          disabled={isStopping}
          tipPlacement="top"
          onPress={() => mark()}
        />
        <Button variant="main" size="small" disabled={isStopping} onPress={stop}>
          <Icon name="stop" small filled />
          {say('rec.stop')}
        </Button>
      </div>
    )
  return (
    <div className={styles.controls}>
      <Button disabled={isStopping} onPress={turn}>
        <Icon name={isPaused ? 'record' : 'pause'} filled={isPaused} />
        {pauseLabel}
      </Button>
      <Button variant="main" className={styles.stop} disabled={isStopping} onPress={stop}>
        <Icon name="stop" filled />
        {say('rec.stop')}
      </Button>
      <Button
        ref={markButton}
        className={styles.mark}
        disabled={isStopping}
        takesFocus
        onPress={() => mark()}
      >
        <Icon name="bookmark" />
        {say('rec.moment')}
        {shownKey !== undefined && <kbd>{shownKey}</kbd>}
      </Button>
    </div>
  )
}
