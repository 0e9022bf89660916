import { useState } from 'react'
import { formatList } from '#core/notation/numbers'
import { SpeakerCountField } from '../../ui/speaker-count-field.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import styles from './job-dialog.module.css'

const USUAL = 2

interface SpeakerCountState {
  /** Null: found by the program. */
  readonly count: number | null
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
  return { count: (isKnown ?? isProposed) ? shownCount : null, setKnown, setCount }
}

export interface SpeakerCountProps extends SpeakerCountState {
  /** Hosts and guests named by the feed. */
  readonly people: readonly string[]
}

/** The number of speakers in the dialog before a job. */
export function SpeakerCount({ count, setKnown, setCount, people }: SpeakerCountProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <div>
      <SpeakerCountField count={count} onKnown={setKnown} onCount={setCount} />
      <p className={styles.hint}>
        {people.length > 1
          ? say('job.speakers.from-feed', { names: formatList(people, language) })
          : say('job.speakers.hint')}
      </p>
    </div>
  )
}
