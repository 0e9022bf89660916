import { useState } from 'react'
import { Segmented } from '../ui/segmented.tsx'
import { useSay } from '../ui/words.tsx'
import { dayFromNow, isToCome } from './days.ts'
import styles from './sound-deletion.module.css'

/** A month is enough time to approve minutes. */
const USUAL_DAYS = 30

export type DeletionDayState = ReturnType<typeof useDeletionDay>

/** When something is deleted: now, or on a day. `dueOn`: the previously chosen day, which may become known later. */
export function useDeletionDay(dueOn: string | null) {
  const [chosenWhen, setWhen] = useState<'now' | 'day' | null>(null)
  const [chosenDay, setDay] = useState<string | null>(null)
  const when = chosenWhen ?? (dueOn === null ? 'now' : 'day')
  const day = chosenDay ?? dueOn ?? dayFromNow(USUAL_DAYS)
  const [isTried, setTried] = useState(false)
  return { when, setWhen, day, setDay, isDay: isToCome(day), isTried, setTried }
}

/** The choice, with the error of the day after an attempt to submit it. */
export function DeletionDay({ when, setWhen, day, setDay, isDay, isTried }: DeletionDayState) {
  const say = useSay()
  return (
    <>
      <div className={styles.when}>
        <Segmented
          label={say('sound-deletion.when')}
          choices={[
            { id: 'now', label: say('sound-deletion.now') },
            { id: 'day', label: say('sound-deletion.on-day') },
          ]}
          chosen={when}
          onChoose={setWhen}
        />
        {when === 'day' && (
          <input
            className={styles.day}
            type="date"
            aria-label={say('sound-deletion.day')}
            value={day}
            min={dayFromNow(1)}
            aria-invalid={isTried && !isDay}
            onChange={({ target }) => setDay(target.value)}
          />
        )}
      </div>
      {when === 'day' && isTried && !isDay && (
        <p role="alert" className={styles.wrong}>
          {say('sound-deletion.day.wrong')}
        </p>
      )}
    </>
  )
}
