import { useState } from 'react'
import { LONGEST_MOMENT_TEXT } from '#core/moments/moment'
import { classNames } from '../ui/class-names.ts'
import { useSay } from '../ui/words.tsx'
import styles from './minutes.module.css'

export interface EditableTextProps {
  /** What it is, for screen readers. */
  readonly label: string
  readonly text: string
  /** Shown in place of nothing; not printed. */
  readonly placeholder: string
  readonly onSave: (text: string) => void
  /** Written as soon as it appears. */
  readonly isNew?: boolean
  /** Told when writing ends, with what stands there then. */
  readonly onEnd?: (text: string) => void
}

/** Text that is read as it is printed, and becomes a field by a click or Enter. Saved on leaving; Escape gives up. */
export function EditableText({ label, text, placeholder, onSave, isNew = false, onEnd }: EditableTextProps) {
  const say = useSay()
  const [typed, setTyped] = useState<string | null>(isNew ? text : null)
  const end = (isKept: boolean): void => {
    const ended = isKept && typed !== null ? typed.trim() : text
    if (ended !== text) onSave(ended)
    setTyped(null)
    onEnd?.(ended)
  }
  if (typed === null)
    return (
      <button
        type="button"
        className={classNames(styles.editable, text === '' && styles.blank)}
        aria-label={say('minutes.page.change', { label, text: text === '' ? placeholder : text })}
        onClick={() => setTyped(text)}
      >
        {text === '' ? placeholder : text}
      </button>
    )
  return (
    <span className={styles.grows} data-text={`${typed} `}>
      <textarea
        aria-label={label}
        rows={1}
        maxLength={LONGEST_MOMENT_TEXT}
        value={typed}
        // The person just asked for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => setTyped(currentTarget.value.replaceAll(/[\r\n]+/gu, ' '))}
        onBlur={() => end(true)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') {
            event.preventDefault()
            end(true)
          }
          if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            end(false)
          }
        }}
      />
    </span>
  )
}
