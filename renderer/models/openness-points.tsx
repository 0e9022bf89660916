import { DialogTrigger } from 'react-aria-components'
import { type Openness, opennessPoints } from '#core/models/openness-points'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { useSay } from '../ui/words.tsx'
import { countOpenness } from './count-openness.ts'
import styles from './openness-points.module.css'

export interface OpennessPointsProps {
  /** Name of the model. */
  readonly name: string
  readonly openness: Openness
  readonly sources: readonly string[]
}

/** The fourteen points of openness as a strip; expanded, each with its name. */
export function OpennessPoints({ name, openness, sources }: OpennessPointsProps) {
  const say = useSay()
  const { open, part, unknown } = countOpenness(openness)
  const label = say('openness.show', { name })
  const counts = say(unknown === 0 ? 'openness.label' : 'openness.label.unknown', { open, part, unknown })
  return (
    <DialogTrigger>
      <Button
        className={styles.open}
        size="small"
        aria-label={`${say('openness.open', { open })}. ${label}: ${counts}`}
      >
        <span className={styles.strip}>
          {opennessPoints.map((point) => (
            <i key={point} data-open={openness[point] ?? 'unknown'} />
          ))}
        </span>
        <span className={styles.meta}>{say('openness.open', { open })}</span>
      </Button>
      <Popover label={label}>
        <div className={styles.points}>
          <dl>
            {opennessPoints.map((point) => (
              <Point
                key={point}
                name={say(`openness.point.${point}`)}
                value={say(`openness.${openness[point] ?? 'none'}`)}
              />
            ))}
          </dl>
          <p className={styles.meta}>{say('openness.weights')}</p>
          <p className={styles.meta}>{say('openness.index')}</p>
          <p className={styles.meta}>{say('models.source', { source: sources.join('; ') })}</p>
        </div>
      </Popover>
    </DialogTrigger>
  )
}

function Point({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
