import { type OutputOptions, videoFrameRates } from '#core/formats/output-options'
import { DEFAULT_FRAME_RATE } from '#core/frames/timecode'
import { formatDecimals } from '#core/notation/numbers'
import { Icon } from '../ui/icon.tsx'
import { Select } from '../ui/select.tsx'
import { useLocale, useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import type { MadeList } from './use-cut-list.ts'

export interface ListChoicesProps {
  readonly made: MadeList | undefined
  readonly output: OutputOptions
  readonly onChange: (output: OutputOptions) => void
}

/** How many clips a list has, the frames that it counts without a video, and what is to be known of it. */
export function ListChoices({ made, output, onChange }: ListChoicesProps) {
  const say = useSay()
  const locale = useLocale()
  if (made === undefined) return null
  const { frameRate } = output
  const known: readonly number[] = videoFrameRates
  const rates = frameRate === null || known.includes(frameRate) ? known : [...known, frameRate]
  return (
    <>
      <span>{say('export.list.clips', { count: made.clips })}</span>
      {made.countsFrames && (
        <span className={styles.option}>
          {say('export.option.frame-rate')}
          <Select
            size="small"
            label={say('export.option.frame-rate')}
            choices={rates.map((rate) => ({ id: String(rate), label: formatDecimals(rate, locale, 3) }))}
            chosen={String(frameRate ?? DEFAULT_FRAME_RATE)}
            onChoose={(id) => onChange({ ...output, frameRate: Number(id) })}
          />
        </span>
      )}
      {made.files.length > 1 && <span>{say('export.list.files', { count: made.files.length })}</span>}
      {made.isRedacted && (
        <p className={styles.losses}>
          <Icon name="info" small />
          {say('export.list.redacted')}
        </p>
      )}
    </>
  )
}
