import { useState } from 'react'
import { MAX_MOMENT_TEXT_LENGTH } from '#core/moments/moment'
import { classNames } from '../ui/class-names.ts'
import { useSay } from '../ui/words.tsx'
import styles from './minutes.module.css'

export interface EditableTextProps {
  /** Label for screen readers. */
  readonly label: string
  readonly text: string
  /** Shown for an empty text; not printed. */
  readonly placeholder: string
  readonly onSave: (text: string) => void
  /** Starts in editing mode. */
  readonly isNew?: boolean
  /** Called with the text when editing ends. */
  readonly onEnd?: (text: string) => void
}

/**
 * Text displayed as printed, which becomes a field by a click or Enter. Saved on leaving; Escape discards the
 * change.
 */
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
        maxLength={MAX_MOMENT_TEXT_LENGTH}
        value={typed}
        // The person just requested it.
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
