import { useState } from 'react'
import { formatList } from '#core/notation/numbers'
import { NumberStepper } from '../../ui/number-stepper.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import styles from './job-dialog.module.css'

const MAX_SPEAKERS = 64
const USUAL = 2

interface SpeakerCountState {
  /** Null: found by the program. */
  readonly count: number | null
  readonly shownCount: number
  readonly setKnown: (isKnown: boolean) => void
  readonly setCount: (count: number) => void
}

/**
 * How many speak. As long as nothing is chosen: as many as the feed names; a feed that names one person usually
 * leaves out the guests.
 */
export function useSpeakerCount(people: readonly string[]): SpeakerCountState {
  const [isKnown, setKnown] = useState<boolean | null>(null)
  const [typed, setCount] = useState<number | null>(null)
  const isProposed = people.length > 1
  const shownCount = typed ?? (isProposed ? people.length : USUAL)
  return { count: (isKnown ?? isProposed) ? shownCount : null, shownCount, setKnown, setCount }
}

export interface SpeakerCountProps extends SpeakerCountState {
  /** Hosts and guests named by the feed. */
  readonly people: readonly string[]
}

/** The number of speakers in the dialog before a job. */
export function SpeakerCount({ count, shownCount, setKnown, setCount, people }: SpeakerCountProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <div>
      <p className={styles.label}>{say('job.speakers')}</p>
      <div className={styles.row}>
        <Segmented
          label={say('job.speakers')}
          choices={[
            { id: 'auto', label: say('job.speakers.auto') },
            { id: 'known', label: say('job.speakers.known') },
          ]}
          chosen={count === null ? 'auto' : 'known'}
          onChoose={(id) => setKnown(id === 'known')}
        />
        {count !== null && (
          <NumberStepper
            label={say('job.speakers.count')}
            value={shownCount}
            min={1}
            max={MAX_SPEAKERS}
            onChange={setCount}
          />
        )}
      </div>
      <p className={styles.hint}>
        {people.length > 1
          ? say('job.speakers.from-feed', { names: formatList(people, language) })
          : say('job.speakers.hint')}
      </p>
    </div>
  )
}
