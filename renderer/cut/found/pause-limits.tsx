import type { PauseLimits } from '#core/cut/long-pauses'
import { NumberStepper } from '../../ui/number-stepper.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './found.module.css'

export interface PauseLimitsProps {
  readonly limits: PauseLimits
  readonly onChange: (limits: PauseLimits) => void
}

export const usualLimits: PauseLimits = { longerThanMs: 1_200, leftMs: 600 }

/** In ms: a pause becomes shorter by at least so much. */
const STEP = 100
const LEAST = 200
const MOST = 60_000

/** Which pauses are long, and how much of them stays. */
export function PauseLimitFields({ limits, onChange }: PauseLimitsProps) {
  const say = useSay()
  const { longerThanMs, leftMs } = limits
  const toMs = (seconds: number): number => Math.round(seconds * 1_000)
  return (
    <div className={styles.limits}>
      <span aria-hidden>{say('cut-view.pauses.longer')}</span>
      <NumberStepper
        label={say('cut-view.pauses.longer')}
        unit="s"
        value={longerThanMs / 1_000}
        min={LEAST / 1_000}
        max={MOST / 1_000}
        step={STEP / 1_000}
        onChange={(seconds) => {
          const longer = toMs(seconds)
          onChange({ longerThanMs: longer, leftMs: Math.min(leftMs, longer - STEP) })
        }}
      />
      <span aria-hidden>{say('cut-view.pauses.left')}</span>
      <NumberStepper
        label={say('cut-view.pauses.left')}
        unit="s"
        value={leftMs / 1_000}
        min={0}
        max={(longerThanMs - STEP) / 1_000}
        step={STEP / 1_000}
        onChange={(seconds) => onChange({ longerThanMs, leftMs: toMs(seconds) })}
      />
    </div>
  )
}
