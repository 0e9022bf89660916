import { useState } from 'react'
import { isTimecode } from '#core/frames/timecode'
import { TextField } from '../ui/text-field.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './export.module.css'

export interface StartTimecodeFieldProps {
  /** As `10:00:00:00`; null: 0. */
  readonly startTimecode: string | null
  readonly onChange: (startTimecode: string | null) => void
}

/** The timecode of the recording's first frame, with which the program begins. */
export function StartTimecodeField({ startTimecode, onChange }: StartTimecodeFieldProps) {
  const say = useSay()
  const [typed, setTyped] = useState(startTimecode ?? '')
  const isEmpty = typed.trim() === ''
  const isWrong = !isEmpty && !isTimecode(typed.trim())
  const type = (text: string): void => {
    setTyped(text)
    const given = text.trim()
    if (given === '') onChange(null)
    else if (isTimecode(given)) onChange(given)
  }
  return (
    <TextField
      className={styles.offset}
      size="small"
      label={say('export.option.start-timecode')}
      placeholder="00:00:00:00"
      value={typed}
      onChange={type}
      error={isWrong ? say('export.option.start-timecode.wrong') : null}
    />
  )
}
