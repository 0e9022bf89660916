import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './job-dialog.module.css'
import type { PartProblem, TypedPart } from './typed-part.ts'

export interface PartChoiceProps {
  /** Null: the whole recording. */
  readonly typed: TypedPart | null
  readonly onChange: (typed: TypedPart | null) => void
  readonly problem: PartProblem | null
  /** Only part of the recording is kept, which is also the default part to transcribe. */
  readonly isTrimmed: boolean
}

/** Chooses the whole recording, or a part by two times. */
export function PartChoice({ typed, onChange, problem, isTrimmed }: PartChoiceProps) {
  const say = useSay()
  const errorOf = (field: keyof TypedPart): string | null =>
    problem?.field === field ? say(problem.message, problem.values) : null
  return (
    <div>
      <p className={styles.label}>{say('job.part')}</p>
      <div className={styles.row}>
        <Segmented
          label={say('job.part')}
          choices={[
            { id: 'whole', label: say(isTrimmed ? 'trim.kept' : 'job.part.whole') },
            { id: 'some', label: say('job.part.some') },
          ]}
          chosen={typed === null ? 'whole' : 'some'}
          onChoose={(id) => onChange(id === 'whole' ? null : { from: '', to: '' })}
        />
      </div>
      {typed !== null && (
        <>
          <div className={styles.times}>
            <TextField
              label={say('job.part.from')}
              showLabel
              value={typed.from}
              placeholder="0:00"
              onChange={(from) => onChange({ ...typed, from })}
              error={errorOf('from')}
            />
            <TextField
              label={say('job.part.to')}
              showLabel
              value={typed.to}
              placeholder="12:34"
              onChange={(to) => onChange({ ...typed, to })}
              error={errorOf('to')}
            />
          </div>
          <p className={styles.hint}>{say('job.part.hint')}</p>
        </>
      )}
    </div>
  )
}
