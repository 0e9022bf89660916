import { Segmented } from '../../ui/segmented.tsx'
import { NumberStepper } from '../../ui/number-stepper.tsx'
import { useSay } from '../../ui/words.tsx'
import type { ChangeChoices } from './move-by.tsx'
import type { MoveChoices } from './move-choices.ts'
import styles from './moving.module.css'

/** Numbers of captions as shown, from 1. */
export interface SelectedCues {
  readonly first: number
  readonly last: number
}

export interface MoveScopeProps {
  readonly choices: MoveChoices
  /** How many captions there are. */
  readonly count: number
  /** Index of the caption from which on what follows moves. */
  readonly here: number
  /** Those in the stretch that is selected in the waveform; null for none. */
  readonly selected: SelectedCues | null
  readonly onChange: ChangeChoices
}

/** All captions, those from the current one on, or those from one number to another: first those selected. */
export function MoveScope({ choices, count, here, selected, onChange }: MoveScopeProps) {
  const say = useSay()
  const { which, first, last } = choices
  const choose = (id: MoveChoices['which']): void =>
    onChange({ which: id, first: here + 1, last: count, ...(id === 'range' ? selected : null) })
  return (
    <div className={styles.row}>
      <Segmented
        label={say('captions.move.which')}
        chosen={which}
        choices={[
          { id: 'all', label: say('captions.move.all', { count }) },
          { id: 'from', label: say('captions.move.from', { number: here + 1, count: count - here }) },
          {
            id: 'range',
            label:
              selected === null
                ? say('captions.move.range')
                : say('captions.move.selected', { count: selected.last - selected.first + 1 }),
          },
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
