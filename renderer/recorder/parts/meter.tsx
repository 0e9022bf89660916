import type { CSSProperties } from 'react'
import { type Meter, meterShare, SILENCE_DB } from '../capture/level-meter.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './meter.module.css'

export interface LevelMeterProps {
  readonly label: string
  readonly meter: Meter | undefined
  /** Number of the source's color: 1–4. */
  readonly voice: number
  readonly slim?: boolean
}

/** A source's level: a bar over dots, a tick for the peak, a square that stays red after clipping. */
export function LevelMeter({ label, meter, voice, slim = false }: LevelMeterProps) {
  const levelDb = meter?.levelDb ?? -Infinity
  const level = meterShare(levelDb)
  const peak = meterShare(meter?.peakDb ?? -Infinity)
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={SILENCE_DB}
      aria-valuemax={0}
      aria-valuenow={Math.round(Math.max(SILENCE_DB, Math.min(0, levelDb)))}
      className={classNames(styles.meter, slim && styles.slim, (meter?.clips ?? 0) > 0 && styles.clipped)}
      data-v={voice}
      style={{ '--level': level, '--peak': peak } as CSSProperties}
    >
      <i className={styles.level} />
      {peak > 0 && <b className={styles.peak} />}
      <u className={styles.clip} />
    </div>
  )
}

const MARKS_DB = [-60, -40, -20, -6, 0] as const

export function MeterScale() {
  return (
    <div className={styles.scale} aria-hidden="true">
      {MARKS_DB.map((db) => (
        <span key={db} style={{ left: `${meterShare(db) * 100}%` }}>
          {db === 0 ? '0 dB' : `\u2212${-db}`}
        </span>
      ))}
    </div>
  )
}
