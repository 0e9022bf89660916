import { useState } from 'react'
import type { Step } from '#core/how-it-works/page-text'
import { shortTime } from '#core/notation/clock'
import { useRecordings } from '../rpc/recording-queries.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { Select } from '../ui/select.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './how.module.css'
import { InlineText } from './inline-text.tsx'
import { sampleSeen } from './sample-seen.ts'
import { StepPicture } from './step-picture.tsx'
import { useSeen } from './use-seen.ts'

/** Maximum number of recordings to choose from. */
const MAX_CHOICES = 50

/** The steps, with pictures of the newest recording that has a text, or of another chosen one. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const say = useSay()
  const sample = sampleSeen[useLanguage()]
  const [chosenId, setChosenId] = useState<string | null>(null)
  const { data: list } = useRecordings({ filter: 'all', sort: 'newest', tag: null }, MAX_CHOICES)
  const withText = list?.filter(({ transcript }) => transcript?.state === 'done') ?? []
  const chosen = withText.find(({ id }) => id === chosenId) ?? withText[0] ?? null
  const { data, error } = useSeen(chosen)
  const seen = data ?? sample
  return (
    <>
      <div className={styles.about}>
        <p>
          {data != null
            ? say('how.pictures.own', { time: shortTime(data.startMs) })
            : say(chosen === null ? 'how.pictures.sample' : 'how.pictures.gone')}
        </p>
        {chosen !== null && (
          <Select
            label={say('how.pictures.recording')}
            size="small"
            choices={withText.map(({ id, title }) => ({ id, label: title }))}
            chosen={chosen.id}
            onChoose={setChosenId}
          />
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {list === undefined || (data === undefined && error === null) ? (
        <Loading />
      ) : (
        <ol className={styles.steps}>
          {steps.map(({ id, title, text }, index) => (
            <li key={id}>
              <figure>
                <StepPicture step={id} seen={seen} />
              </figure>
              <div>
                <h3>{`${index + 1}. ${title}`}</h3>
                <p>
                  <InlineText text={text} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
