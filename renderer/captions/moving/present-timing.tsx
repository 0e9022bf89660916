import { formatDecimals } from '#core/notation/numbers'
import type { CaptionTiming } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { Button } from '../../ui/button.tsx'
import { useLocale, useSay } from '../../ui/words.tsx'
import styles from './moving.module.css'

export interface PresentTimingProps {
  readonly session: TranscriptSession
  /** Undefined where captions are shown when their words are said: then there is nothing. */
  readonly timing: CaptionTiming | undefined
}

/** How far captions are from their words now, with the way back. */
export function PresentTiming({ session, timing }: PresentTimingProps) {
  const say = useSay()
  const locale = useLocale()
  if (timing === undefined) return null
  const { offsetMs, ratio } = timing
  const later =
    offsetMs === 0
      ? []
      : [
          say(offsetMs > 0 ? 'captions.move.now.later' : 'captions.move.now.earlier', {
            seconds: formatDecimals(Math.abs(offsetMs) / 1_000, locale, 3),
          }),
        ]
  const stretched =
    ratio === 1 ? [] : [say('captions.move.now.stretched', { ratio: formatDecimals(ratio, locale, 6) })]
  const move = [...stretched, ...later].reduce((one, other) => say('captions.move.now.and', { one, other }))
  const reset = (): void =>
    session.apply([{ kind: 'set-caption-timing', id: session.newId(), timing: null }], {
      origin: 'captions',
      stepId: session.newId(),
    })
  return (
    <div className={styles.row}>
      <span className={styles.now}>{say('captions.move.now', { move })}</span>
      <Button size="small" onPress={reset}>
        {say('captions.move.reset')}
      </Button>
    </div>
  )
}
