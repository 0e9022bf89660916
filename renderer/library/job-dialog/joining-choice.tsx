import { Segmented } from '../../ui/segmented.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './job-dialog.module.css'
import { JoiningFiles, type JoiningFilesProps } from './joining-files.tsx'

/** Chooses whether recordings stay separate, are one conversation, or follow one another. */
export function JoiningChoice({ cards, joining, onChange }: JoiningFilesProps) {
  const say = useSay()
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
      {order !== 'separate' && (
        <>
          <p className={styles.hint}>{say(`job.joining.${order}.hint`)}</p>
          <JoiningFiles cards={cards} joining={joining} onChange={onChange} />
        </>
      )}
    </div>
  )
}
