import { useId } from 'react'
import type { ExportFormat } from '#contracts/calls/exports'
import { Checkbox } from '../ui/checkbox.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import { listedFormats } from './format-facts.ts'

export interface FormatBoxesProps {
  readonly label: string
  /** In this order. */
  readonly formats: readonly ExportFormat[]
  readonly chosen: ReadonlySet<ExportFormat>
  /** Says what each format is for, one a line. */
  readonly isDescribed?: boolean
  readonly onChoose: (chosen: ReadonlySet<ExportFormat>) => void
}

/** A box for each format, of which any number is chosen. */
export function FormatBoxes({ label, formats, chosen, isDescribed = false, onChoose }: FormatBoxesProps) {
  const say = useSay()
  const ownId = useId()
  const choose = (format: ExportFormat, isChosen: boolean): void =>
    onChoose(new Set(listedFormats.filter((id) => (id === format ? isChosen : chosen.has(id)))))
  const box = (id: ExportFormat, describedBy?: string) => (
    <Checkbox
      key={id}
      checked={chosen.has(id)}
      onChange={(isChosen) => choose(id, isChosen)}
      {...(describedBy === undefined ? {} : { describedBy })}
    >
      {say(`export.${id}`)}
    </Checkbox>
  )
  return (
    <fieldset className={isDescribed ? styles.described : styles.boxes}>
      <legend>{label}</legend>
      {formats.map((id) =>
        isDescribed ? (
          <div key={id} className={styles.describedBox}>
            {box(id, `${ownId}-${id}`)}
            <span id={`${ownId}-${id}`} className={styles.for}>
              {say(`export.${id}.for`)}
            </span>
          </div>
        ) : (
          box(id)
        ),
      )}
    </fieldset>
  )
}
