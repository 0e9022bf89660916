import { describeFault } from '#contracts/describe-fault'
import { startFault } from '#contracts/start-fault'
import type { WrongStart } from '#core/formats/file-frames'
import { TextField } from '../ui/text-field.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './export.module.css'

export interface StartTimecodeFieldProps {
  /** As `10:00:00:00`, or what is typed instead; null: 0. */
  readonly startTimecode: string | null
  readonly wrong: WrongStart | null
  readonly onChange: (startTimecode: string | null) => void
}

/** The timecode of the recording's first frame, with which the program begins. */
export function StartTimecodeField({ startTimecode, wrong, onChange }: StartTimecodeFieldProps) {
  const say = useSay()
  const language = useLanguage()
  const error = wrong === null ? null : describeFault(startFault(wrong), language)
  return (
    <TextField
      className={styles.offset}
      size="small"
      label={say('export.option.start-timecode')}
      placeholder="00:00:00:00"
      value={startTimecode ?? ''}
      onChange={(typed) => onChange(typed.trim() === '' ? null : typed.trim())}
      error={error === null ? null : `${error.message} ${error.remedy ?? ''}`}
    />
  )
}
