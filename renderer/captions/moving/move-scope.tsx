import { Segmented } from '../../ui/segmented.tsx'
import { NumberStepper } from '../../ui/number-stepper.tsx'
import { useSay } from '../../ui/words.tsx'
import type { ChangeChoices } from './move-by.tsx'
import type { MoveChoices } from './move-choices.ts'
import styles from './moving.module.css'

export interface MoveScopeProps {
  readonly choices: MoveChoices
  /** How many captions there are. */
  readonly count: number
  /** Index of the caption from which on what follows moves. */
  readonly here: number
  readonly onChange: ChangeChoices
}

/** All captions, those from the current one on, or those from one number to another. */
export function MoveScope({ choices, count, here, onChange }: MoveScopeProps) {
  const say = useSay()
  const { which, first, last } = choices
  const choose = (id: MoveChoices['which']): void =>
    onChange(id === 'range' ? { which: id } : { which: id, first: here + 1, last: count })
  return (
    <div className={styles.row}>
      <Segmented
        label={say('captions.move.which')}
        chosen={which}
        choices={[
          { id: 'all', label: say('captions.move.all', { count }) },
          { id: 'from', label: say('captions.move.from', { number: here + 1, count: count - here }) },
          { id: 'range', label: say('captions.move.range') },
        ]}
        onChoose={choose}
      />
      {which === 'range' && (
        <>
          <NumberStepper
            label={say('captions.move.first')}
            value={first}
            min={1}
            max={count}
            onChange={(number) => onChange({ first: number, last: Math.max(number, last) })}
          />
          <span aria-hidden="true">–</span>
          <NumberStepper
            label={say('captions.move.last')}
            value={last}
            min={1}
            max={count}
            onChange={(number) => onChange({ last: number, first: Math.min(number, first) })}
          />
        </>
      )}
    </div>
  )
}
