import type { FoundPlace } from '#core/cut/found-places'
import { formatDecimals } from '#core/notation/numbers'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { CutBarProps } from '../cut-bar-props.ts'
import styles from './found.module.css'

/** How much is played before and after a place, in ms. */
const BESIDE_MS = 1_000

export interface FoundRowProps extends Pick<CutBarProps, 'player' | 'store'> {
  readonly place: FoundPlace
  readonly onChange: (isCut: boolean) => void
}

/** A place: ticked if it is cut. */
export function FoundRow({ place, player, store, onChange }: FoundRowProps) {
  const say = useSay()
  const language = useLanguage()
  const { startMs, endMs, isCut, words, text } = place
  const time = formatDuration(startMs)
  const seconds = formatDecimals((endMs - startMs) / 1_000, language, 1)
  const span = { startMs: Math.max(0, startMs - BESIDE_MS), endMs: endMs + BESIDE_MS }
  return (
    <li className={styles.row}>
      <Checkbox checked={isCut} onChange={onChange}>
        <span className={isCut ? styles.struck : undefined}>
          {words === null ? say('cut-view.found.seconds', { seconds }) : text}
        </span>
      </Checkbox>
      <Button
        size="small"
        aria-label={say('cut-view.found.go', { time })}
        onPress={() => {
          player.seek(startMs)
          store.getState().surface?.goToTime(startMs)
        }}
      >
        {time}
      </Button>
      <IconButton
        icon="play"
        size="small"
        label={say(isCut ? 'cut-view.found.hear-join' : 'cut-view.found.hear', { time })}
        onPress={() => (isCut ? player.playKept(span) : player.playSpan(span))}
      />
    </li>
  )
}
