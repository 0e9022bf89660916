import { formatNumber } from '#core/notation/numbers'
import type { RecordingChoice, RecordingCounts } from '#contracts/calls/recordings'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useLocale, useSay } from '../../ui/words.tsx'
import styles from '../library.module.css'
import { filters, sorts } from './group-recordings.ts'

/** The value for "all tags" in the choice of tags; no tag is empty. */
const ALL_TAGS = ''

export interface LibraryBarProps {
  /** Undefined until they are loaded. */
  readonly counts: RecordingCounts | undefined
  readonly choice: RecordingChoice
  readonly onChoose: (choice: RecordingChoice) => void
}

/** The heading, the filters and the order. */
export function LibraryBar({ counts, choice, onChoose }: LibraryBarProps) {
  const say = useSay()
  const tags = counts?.tags ?? []
  const locale = useLocale()
  return (
    <div className={styles.bar}>
      <h1>{say('library.title')}</h1>
      <fieldset className={styles.filters} aria-label={say('library.show')}>
        {filters.map((filter) => (
          <Button
            key={filter}
            size="small"
            className={styles.filter}
            pressed={choice.filter === filter}
            onPress={() => onChoose({ ...choice, filter })}
          >
            {say(`library.${filter}`)}
            {counts && <span>{formatNumber(countOf(counts, filter), locale)}</span>}
          </Button>
        ))}
      </fieldset>
      {(tags.length > 0 || choice.tag !== null) && (
        <Select
          label={say('library.tag')}
          size="small"
          choices={[
            { id: ALL_TAGS, label: say('library.tag.all') },
            ...tags.map((tag) => ({ id: tag, label: tag })),
          ]}
          chosen={choice.tag ?? ALL_TAGS}
          onChoose={(tag) => onChoose({ ...choice, tag: tag === ALL_TAGS ? null : tag })}
        />
      )}
      <Select
        label={say('library.sort')}
        size="small"
        choices={sorts.map((sort) => ({ id: sort, label: say(`library.sort.${sort}`) }))}
        chosen={choice.sort}
        onChoose={(sort) => onChoose({ ...choice, sort })}
      />
    </div>
  )
}

function countOf({ all, toCheck, checked }: RecordingCounts, filter: RecordingChoice['filter']): number {
  return { all, 'to-check': toCheck, checked }[filter]
}
