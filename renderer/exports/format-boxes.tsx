import { useId, useState } from 'react'
import type { ExportFormat } from '#contracts/calls/exports'
import { formatGroups, formatIds, formats as allFormats } from '#core/formats/formats'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './export.module.css'

export interface FormatBoxesProps {
  readonly label: string
  readonly chosen: ReadonlySet<ExportFormat>
  readonly onChoose: (chosen: ReadonlySet<ExportFormat>) => void
}

function useChoose({ chosen, onChoose }: FormatBoxesProps) {
  return (format: ExportFormat, isChosen: boolean): void =>
    onChoose(new Set(formatIds.filter((id) => (id === format ? isChosen : chosen.has(id)))))
}

/** Formats that most people want; the others follow on request. */
const common: ReadonlySet<ExportFormat> = new Set(['vtt', 'srt', 'docx', 'pdf', 'txt', 'md', 'json'])

/** A checkbox for each format in a row; any number can be chosen. `except`: the previewed format. */
export function FormatBoxes({ except, ...props }: FormatBoxesProps & { readonly except: string }) {
  const say = useSay()
  const language = useLanguage()
  const choose = useChoose(props)
  const [isOpen, setOpen] = useState(false)
  const { label, chosen } = props
  const others = formatGroups.flatMap(({ ids }) => ids).filter((id) => id !== except)
  const shown = isOpen ? others : others.filter((id) => common.has(id) || chosen.has(id))
  return (
    <fieldset className={styles.boxes}>
      <legend>{label}</legend>
      {shown.map((id) => (
        <Checkbox key={id} checked={chosen.has(id)} onChange={(isChosen) => choose(id, isChosen)}>
          {allFormats[id].label[language]}
        </Checkbox>
      ))}
      {!isOpen && (
        <Button size="small" variant="quiet" onPress={() => setOpen(true)}>
          {say('export.more-formats')}
        </Button>
      )}
    </fieldset>
  )
}

/** A checkbox with a description for each format, grouped by purpose. */
export function DescribedFormatBoxes(props: FormatBoxesProps) {
  const say = useSay()
  const language = useLanguage()
  const ownId = useId()
  const choose = useChoose(props)
  const { label, chosen } = props
  return (
    <fieldset className={styles.described}>
      <legend>{label}</legend>
      {formatGroups.map(({ group, ids }) => (
        <div key={group} role="group" aria-labelledby={`${ownId}-${group}`} className={styles.describedGroup}>
          <span id={`${ownId}-${group}`} className={styles.sectionTitle}>
            {say(`export.group.${group}`)}
          </span>
          {ids.map((id) => (
            <div key={id} className={styles.describedBox}>
              <Checkbox
                checked={chosen.has(id)}
                onChange={(isChosen) => choose(id, isChosen)}
                describedBy={`${ownId}-${id}`}
              >
                {allFormats[id].label[language]}
              </Checkbox>
              <span id={`${ownId}-${id}`} className={styles.for}>
                {allFormats[id].purpose[language]}
              </span>
            </div>
          ))}
        </div>
      ))}
    </fieldset>
  )
}
