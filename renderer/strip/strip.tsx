import { useEffect, useState } from 'react'
import { MAX_MOMENT_TEXT_LENGTH } from '#core/moments/moment'
import type { RecorderCommand, RecorderView } from '#contracts/recorder-view'
import type { WindowBridge } from '#contracts/window-bridge'
import { newMeter } from '../recorder/capture/level-meter.ts'
import { LevelMeter } from '../recorder/parts/meter.tsx'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useSay, Words } from '../ui/words.tsx'
import styles from './strip.module.css'

export interface StripProps {
  readonly bridge: Pick<WindowBridge, 'onRecorder' | 'invoke'>
}

/** The small window above all others while the program's window is recording. */
export function Strip({ bridge }: StripProps) {
  const [view, setView] = useState<RecorderView | null>(null)
  useEffect(() => bridge.onRecorder(setView), [bridge])
  if (view === null) return null
  return (
    <Words language={view.language}>
      <StripOf
        view={view}
        onCommand={(command) => void bridge.invoke('recorder-command', command)}
        onText={(text) => void bridge.invoke('moment-text', { text })}
      />
    </Words>
  )
}

/** How long it shows that a moment was marked. */
const MARKED_MS = 2_000

function StripOf({
  view,
  onCommand,
  onText,
}: {
  readonly view: RecorderView
  readonly onCommand: (command: RecorderCommand) => void
  readonly onText: (text: string) => void
}) {
  const say = useSay()
  const [marked, setMarked] = useState<string | null>(null)
  /** The text typed for the moment just marked; null while none is typed. */
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    if (marked === null) return
    const timer = setTimeout(() => setMarked(null), MARKED_MS)
    return () => clearTimeout(timer)
  }, [marked])
  const { elapsedMs, isPaused, isStopping, sources } = view
  const mark = (): void => {
    onCommand('moment')
    setMarked(say('strip.marked', { time: formatDuration(elapsedMs) }))
    setTyped('')
  }
  const endText = (isKept: boolean): void => {
    if (isKept && typed !== null && typed.trim() !== '') onText(typed.trim())
    setTyped(null)
  }
  return (
    <main className={styles.strip} aria-label={say('strip.title', { title: view.title })}>
      <span className={styles.grip}>
        <Icon name="grip" />
      </span>
      <button
        type="button"
        className={styles.time}
        title={say('tray.show')}
        aria-label={say('strip.back', { time: formatDuration(elapsedMs) })}
        onClick={() => onCommand('show')}
      >
        <b data-figures>{formatDuration(elapsedMs)}</b>
        <span className={styles[marked === null ? view.tone : 'plain']}>{marked ?? view.line}</span>
      </button>
      {typed !== null && (
        <input
          className={styles.text}
          aria-label={say('strip.text')}
          placeholder={say('strip.text')}
          maxLength={MAX_MOMENT_TEXT_LENGTH}
          value={typed}
          // The person just marked a moment.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={() => endText(true)}
          onKeyDown={({ key, nativeEvent }) => {
            if (nativeEvent.isComposing) return
            if (key === 'Enter') endText(true)
            if (key === 'Escape') endText(false)
          }}
        />
      )}
      <div className={styles.meters} hidden={typed !== null}>
        {sources.map(({ name, role, voice, levelDb, peakDb, clips }, index) => (
          <div key={`${index} ${name}`} className={styles.source} title={name}>
            <Icon name={role === 'system' ? 'home' : 'mic'} small />
            <LevelMeter slim label={name} voice={voice} meter={{ ...newMeter(0), levelDb, peakDb, clips }} />
          </div>
        ))}
      </div>
      <IconButton
        icon={isPaused ? 'record' : 'pause'}
        label={say(isPaused ? 'rec.resume' : 'rec.pause')}
        disabled={isStopping}
        onPress={() => onCommand('turn')}
      />
      <IconButton icon="bookmark" label={say('rec.moment')} disabled={isStopping} onPress={mark} />
      <Button
        variant="main"
        className={styles.stop}
        aria-label={say('rec.stop')}
        disabled={isStopping}
        onPress={() => onCommand('stop')}
      >
        <Icon name="stop" small filled />
      </Button>
    </main>
  )
}
