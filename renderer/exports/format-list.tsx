import { ListBox, ListBoxItem } from 'react-aria-components'
import type { ExportFormat } from '#contracts/calls/exports'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import { formats as allFormats, listedFormatIds } from '#core/formats/formats'

export interface FormatListProps {
  readonly chosen: ExportFormat
  readonly onChoose: (format: ExportFormat) => void
}

/** Formats with descriptions; one is chosen. */
export function FormatList({ chosen, onChoose }: FormatListProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <ListBox
      className={styles.formats ?? ''}
      aria-label={say('export.format')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (key !== undefined) onChoose(key as ExportFormat)
      }}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog holds the focus; this is its first question
      autoFocus
    >
      {listedFormatIds.map((id) => (
        <ListBoxItem
          key={id}
          id={id}
          className={styles.format ?? ''}
          textValue={allFormats[id].label[language]}
        >
          <b>{allFormats[id].label[language]}</b>
          <span>{allFormats[id].purpose[language]}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
