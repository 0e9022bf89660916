import { formatNumber } from '#core/notation/numbers'
import type { Limits } from '#core/preferences/preference'
import { Slider } from '../ui/slider.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useLocale } from '../ui/words.tsx'
import styles from './settings.module.css'

interface DraggedNumberProps {
  readonly label: string
  readonly value: number
  readonly limits: Limits
  readonly step: number
  readonly format: Intl.NumberFormatOptions
  readonly onChange: (value: number) => void
}

/** Shown while dragged, saved on release. */
export function DraggedNumber({ label, value, limits, step, format, onChange }: DraggedNumberProps) {
  const locale = useLocale()
  const [shown, setShown] = useDraft(value)
  return (
    <>
      <Slider
        label={label}
        value={shown}
        min={limits.min}
        max={limits.max}
        step={step}
        format={format}
        onChange={setShown}
        onChangeEnd={onChange}
      />
      <span className={styles.figure} aria-hidden="true">
        {formatNumber(shown, locale, format)}
      </span>
    </>
  )
}
