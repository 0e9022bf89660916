import { useId } from 'react'
import type { ExportFormat } from '#contracts/calls/exports'
import { Checkbox } from '../ui/checkbox.tsx'
import { useLanguage } from '../ui/words.tsx'
import styles from './export.module.css'
import { formats as allFormats, listedFormatIds } from '#core/formats/formats'

export interface FormatBoxesProps {
  readonly label: string
  /** Shown in this order. */
  readonly formats: readonly ExportFormat[]
  readonly chosen: ReadonlySet<ExportFormat>
  /** Shows one format per line with its description. */
  readonly isDescribed?: boolean
  readonly onChoose: (chosen: ReadonlySet<ExportFormat>) => void
}

/** A checkbox for each format; any number can be chosen. */
export function FormatBoxes({ label, formats, chosen, isDescribed = false, onChoose }: FormatBoxesProps) {
  const language = useLanguage()
  const ownId = useId()
  const choose = (format: ExportFormat, isChosen: boolean): void =>
    onChoose(new Set(listedFormatIds.filter((id) => (id === format ? isChosen : chosen.has(id)))))
  const box = (id: ExportFormat, describedBy?: string) => (
    <Checkbox
      key={id}
      checked={chosen.has(id)}
      onChange={(isChosen) => choose(id, isChosen)}
      {...(describedBy === undefined ? {} : { describedBy })}
    >
      {allFormats[id].label[language]}
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
              {allFormats[id].purpose[language]}
            </span>
          </div>
        ) : (
          box(id)
        ),
      )}
    </fieldset>
  )
}
