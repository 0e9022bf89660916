import type { CallInput } from '#contracts/calls/calls'
import type { RecordingCard } from '#contracts/calls/recordings'
import { namesOfFiles } from '#core/tracks/names-of-files'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './job-dialog.module.css'

/** What several new recordings are to one another. */
export interface Joining {
  readonly order: 'separate' | CallInput<'recordings.join'>['order']
  /** By recording; null: as their files are named. */
  readonly names: readonly string[] | null
}

export const SEPARATE: Joining = { order: 'separate', names: null }

export function namesOf(cards: readonly RecordingCard[], { names }: Joining): readonly string[] {
  return names?.length === cards.length ? names : namesOfFiles(cards.map(({ fileName }) => fileName))
}

export interface JoiningChoiceProps {
  readonly cards: readonly RecordingCard[]
  readonly joining: Joining
  readonly onChange: (joining: Joining) => void
}

/** Chooses whether recordings stay separate, are one conversation, or follow one another. */
export function JoiningChoice({ cards, joining, onChange }: JoiningChoiceProps) {
  const say = useSay()
  const names = namesOf(cards, joining)
  const { order } = joining
  return (
    <div>
      <p className={styles.label}>{say('job.joining')}</p>
      <div className={styles.row}>
        <Segmented
          label={say('job.joining')}
          choices={[
            { id: 'separate', label: say('job.joining.separate') },
            { id: 'together', label: say('job.joining.together') },
            { id: 'in-order', label: say('job.joining.in-order') },
          ]}
          chosen={order}
          onChoose={(chosen) => onChange({ ...joining, order: chosen })}
        />
      </div>
      {order !== 'separate' && <p className={styles.hint}>{say(`job.joining.${order}.hint`)}</p>}
      {order === 'together' && (
        <div className={styles.people}>
          {cards.map(({ id, fileName }, index) => (
            <TextField
              key={id}
              label={say('job.joining.name', { file: fileName })}
              showLabel
              value={names[index] ?? ''}
              spellCheck={false}
              error={(names[index] ?? '').trim() === '' ? say('job.joining.no-name') : null}
              onChange={(name) =>
                onChange({ ...joining, names: names.map((known, at) => (at === index ? name : known)) })
              }
            />
          ))}
        </div>
      )}
    </div>
  )
}
