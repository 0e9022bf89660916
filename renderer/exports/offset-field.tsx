import { formatTyped } from '#core/notation/numbers'
import { useEffect, useState } from 'react'
import { TextField } from '../ui/text-field.tsx'
import { useLocale, useSay } from '../ui/words.tsx'
import styles from './export.module.css'

export interface OffsetFieldProps {
  readonly offsetMs: number
  readonly onChange: (offsetMs: number) => void
  /** What is typed is no number of seconds, and the former one is meant no longer. */
  readonly onWrong: (isWrong: boolean) => void
}

/** At most ten hours in either direction. */
const MAX_MS = 36_000_000

/** Number of seconds by which all times are delayed; negative: earlier. */
export function OffsetField({ offsetMs, onChange, onWrong }: OffsetFieldProps) {
  const say = useSay()
  const locale = useLocale()
  const [typed, setTyped] = useState(() => formatTyped(offsetMs / 1_000, locale))
  const isWrong = parsed(typed) === null
  useEffect(() => {
    onWrong(isWrong)
    return () => onWrong(false)
  }, [isWrong, onWrong])
  const type = (text: string): void => {
    setTyped(text)
    const ms = parsed(text)
    if (ms !== null) onChange(ms)
  }
  return (
    <span className={styles.option}>
      {say('export.option.offset')}
      <TextField
        className={styles.offset}
        size="small"
        label={say('export.option.offset')}
        value={typed}
        onChange={type}
        error={isWrong ? say('export.option.offset.wrong') : null}
        end={<span className={styles.extension}>s</span>}
      />
    </span>
  )
}

/** Milliseconds; null if it is not a number of seconds. Empty is 0. */
function parsed(text: string): number | null {
  const plain = text.trim().replace(/^[−–]/u, '-').replace(',', '.')
  if (plain === '') return 0
  const ms = /^[-+]?\d+(?:\.\d*)?$/u.test(plain) ? Math.round(Number(plain) * 1_000) : Number.NaN
  return Math.abs(ms) <= MAX_MS ? ms : null
}
