import type { CutClock } from '#core/cut/cut-clock'
import type { FoundKind, FoundPlace } from '#core/cut/found-places'
import { pauseLengths } from '#core/cut/pauses-in-text'
import { wordsAround } from '#core/cut/words-around'
import { formatFixed } from '#core/notation/numbers'
import type { Paragraph } from '#core/transcript/transcript'
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
  readonly kind: FoundKind
  readonly place: FoundPlace
  readonly paragraphs: readonly Paragraph[]
  /** Of the present cut. */
  readonly clock: CutClock
  readonly onChange: (isCut: boolean) => void
}

/** A place, with the words around it: ticked if it is cut. */
export function FoundRow({ kind, place, paragraphs, clock, player, store, onChange }: FoundRowProps) {
  const say = useSay()
  const language = useLanguage()
  const { startMs, endMs, isCut, words, text } = place
  const time = formatDuration(startMs)
  const span = { startMs: Math.max(0, startMs - BESIDE_MS), endMs: endMs + BESIDE_MS }
  const around = wordsAround(paragraphs, place)
  const seconds = (ms: number): string => formatFixed(ms / 1_000, language, 1)
  const lengths = kind === 'pause' ? pauseLengths(paragraphs, place, clock) : null
  return (
    <li className={styles.row}>
      <Checkbox checked={isCut} onChange={onChange}>
        <span className={styles.around}>
          {around.before}{' '}
          {words !== null ? (
            <b className={isCut ? styles.struck : undefined}>{text}</b>
          ) : lengths !== null ? (
            <b className={styles.length}>
              {say('cut-view.found.becomes', {
                seconds: seconds(lengths.lengthMs),
                left: seconds(lengths.becomesMs),
              })}
            </b>
          ) : (
            <b className={isCut ? styles.struckLength : styles.length}>
              {say('cut-view.found.seconds', { seconds: seconds(endMs - startMs) })}
            </b>
          )}{' '}
          {around.after}
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
