import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { ExportFormat } from '#contracts/calls/exports'
import {
  type CaptionedVideoId,
  captionedVideos,
  isCaptionedVideoId,
} from '#core/formats/edit-lists/captioned-videos'
import type { FormatGroup } from '#core/formats/format'
import { formatGroups, formats as allFormats } from '#core/formats/formats'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './export.module.css'

/** A file of a transcript, or a video with its captions. */
export type Exported = ExportFormat | CaptionedVideoId

export interface FormatListProps {
  readonly chosen: Exported
  readonly onChoose: (format: Exported) => void
  /** Videos with captions that the recording can be exported as. */
  readonly films: readonly CaptionedVideoId[]
  readonly withMinutes: boolean
}

interface Section {
  readonly group: FormatGroup | 'film'
  readonly ids: readonly Exported[]
}

/** Formats with descriptions, grouped by purpose; one is chosen. */
export function FormatList({ chosen, onChoose, films, withMinutes }: FormatListProps) {
  const say = useSay()
  const sections = formatGroups.flatMap(({ group, ids }): Section[] => [
    ...(group !== 'minutes' || withMinutes ? [{ group, ids }] : []),
    // After captions, as they are another form of them.
    ...(group === 'captions' && films.length > 0 ? [{ group: 'film' as const, ids: films }] : []),
  ])
  return (
    <ListBox
      className={styles.formats ?? ''}
      aria-label={say('export.format')}
      selectionMode="single"
      // The preview follows the arrow keys.
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (key !== undefined) onChoose(key as Exported)
      }}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog holds the focus; this is its first question
      autoFocus
    >
      {sections.map(({ group, ids }) => (
        <ListBoxSection key={group} id={`group-${group}`} className={styles.section ?? ''}>
          <Header className={styles.sectionTitle ?? ''}>{say(`export.group.${group}`)}</Header>
          {ids.map((id) => (
            <FormatItem key={id} id={id} />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}

function FormatItem({ id }: { readonly id: Exported }) {
  const language = useLanguage()
  const { label, purpose } = isCaptionedVideoId(id) ? captionedVideos[id] : allFormats[id]
  return (
    <ListBoxItem id={id} className={styles.format ?? ''} textValue={label[language]}>
      <b>{label[language]}</b>
      <span>{purpose[language]}</span>
    </ListBoxItem>
  )
}
