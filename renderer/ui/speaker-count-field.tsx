import { NumberStepper } from './number-stepper.tsx'
import { Segmented } from './segmented.tsx'
import styles from './speaker-count-field.module.css'
import { useSay } from './words.tsx'

const MAX_SPEAKERS = 64

export interface SpeakerCountFieldProps {
  /** Null: found by the program. */
  readonly count: number | null
  readonly onKnown: (isKnown: boolean) => void
  readonly onCount: (count: number) => void
}

/** Whether the number of speakers is known, and how many they are. */
export function SpeakerCountField({ count, onKnown, onCount }: SpeakerCountFieldProps) {
  const say = useSay()
  return (
    <>
      <p className={styles.label}>{say('job.speakers')}</p>
      <div className={styles.row}>
        <Segmented
          label={say('job.speakers')}
          choices={[
            { id: 'auto', label: say('job.speakers.auto') },
            { id: 'known', label: say('job.speakers.known') },
          ]}
          chosen={count === null ? 'auto' : 'known'}
          onChoose={(id) => onKnown(id === 'known')}
        />
        {count !== null && (
          <NumberStepper
            label={say('job.speakers.count')}
            value={count}
            min={1}
            max={MAX_SPEAKERS}
            onChange={onCount}
          />
        )}
      </div>
    </>
  )
}
