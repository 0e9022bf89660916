import { formatTyped } from '#core/notation/numbers'
import { useId, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { parseNumber } from './parse-number.ts'
import styles from './rules.module.css'

export interface NumberFieldProps {
  readonly label: string
  readonly unit: string | null
  /** Null: the field is empty. */
  readonly value: number | null
  readonly least: number
  readonly most: number
  readonly isWhole?: boolean
  /** The field may be left empty. */
  readonly isOptional?: boolean
  /** The field received the focus. */
  readonly onVisit: () => void
  readonly onChange: (value: number | null) => void
  /** What is typed now is no allowed number: what was on the way to it does not apply either. */
  readonly onRefuse: () => void
}

/** A number that applies as it is typed; for an invalid one, the allowed range is shown and the number of before applies. */
export function NumberField({
  label,
  unit,
  value,
  least,
  most,
  isWhole = false,
  isOptional = false,
  onVisit,
  onChange,
  onRefuse,
}: NumberFieldProps) {
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const isAllowed = (next: number | null): boolean =>
    next !== null && next >= least && next <= most && (!isWhole || Number.isInteger(next))
  const isEmptied = isOptional && typed?.trim() === ''
  const isWrong = typed !== null && !isEmptied && !isAllowed(parseNumber(typed))
  const shown = value === null ? '' : formatTyped(value, language)

  const take = (text: string): void => {
    setTyped(text)
    const next = parseNumber(text)
    if (isOptional && text.trim() === '') onChange(null)
    else if (isAllowed(next)) onChange(next)
    else onRefuse()
  }
  const step = (by: number): void => {
    const from = parseNumber(typed ?? shown) ?? least
    const size = isWhole || most > 100 ? 1 : 0.1
    const next = Math.min(most, Math.max(least, Math.round((from + by * size) * 1_000) / 1_000))
    take(formatTyped(next, language))
  }
  return (
    <div className={styles.row} {...(isWrong ? { 'data-wrong': true } : {})}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.number}
        value={typed ?? shown}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={`${id}-unit ${id}-wrong`}
        onFocus={(event) => {
          onVisit()
          event.currentTarget.select()
        }}
        onBlur={() => setTyped(null)}
        onChange={(event) => take(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          step(event.key === 'ArrowUp' ? 1 : -1)
        }}
      />
      <span id={`${id}-unit`} className={styles.unit}>
        {unit}
      </span>
      <output id={`${id}-wrong`} className={styles.wrong}>
        {isWrong && (
          <>
            <Icon name="warn" small />
            {say(isOptional ? 'captions.rules.allowed.none' : 'captions.rules.allowed', {
              least: formatTyped(least, language),
              most: formatTyped(most, language),
            })}
          </>
        )}
      </output>
    </div>
  )
}
