import { useState } from 'react'
import { TextField } from './text-field.tsx'

export interface SavedFieldProps {
  readonly label: string
  /** Default: shown above the field. */
  readonly showLabel?: boolean
  readonly saved: string
  readonly placeholder: string
  /** UTF-16 units. */
  readonly longest?: number
  readonly onSave: (text: string) => void
}

/** Saved by Enter and on leaving; Escape restores the saved value. */
export function SavedField({
  label,
  showLabel = true,
  saved,
  placeholder,
  longest = 300,
  onSave,
}: SavedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const save = (): void => {
    if (typed !== null) onSave(typed)
    setTyped(null)
  }
  return (
    <TextField
      label={label}
      showLabel={showLabel}
      size="small"
      value={typed ?? saved}
      placeholder={placeholder}
      onChange={(text) => setTyped(text.slice(0, longest))}
      onEnter={save}
      onBlur={save}
      onEscape={() => setTyped(null)}
    />
  )
}
