import type { JobCard } from '#contracts/calls/jobs'
import { formatMonth } from '../../ui/format-date.ts'
import { localeOf, useLanguage, useSay } from '../../ui/words.tsx'
import styles from '../library.module.css'
import { RecordingRow } from './recording-row.tsx'
import { jobOf } from './row-state.ts'
import type { GroupName, RecordingGroup } from './group-recordings.ts'
import { useSelectAll } from '../selection/use-select-all.ts'

export interface RecordingListProps {
  readonly groups: readonly RecordingGroup[]
  readonly jobs: readonly JobCard[] | undefined
  readonly knownTags: readonly string[]
  readonly nowMs: number
  readonly onTag: (tag: string) => void
}

export function RecordingList({ groups, jobs, knownTags, nowMs, onTag }: RecordingListProps) {
  const listed = groups.flatMap(({ cards }) => cards.map(({ id }) => id))
  useSelectAll(listed)
  return groups.map((group) => (
    <section key={group.key}>
      {group.name && (
        <h2 className={styles.group}>
          <GroupWords name={group.name} nowMs={nowMs} />
        </h2>
      )}
      <ul>
        {group.cards.map((card) => (
          <RecordingRow
            key={card.id}
            card={card}
            job={jobOf(card, jobs)}
            knownTags={knownTags}
            nowMs={nowMs}
            onTag={onTag}
          />
        ))}
      </ul>
    </section>
  ))
}

function GroupWords({ name, nowMs }: { readonly name: NonNullable<GroupName>; readonly nowMs: number }) {
  const say = useSay()
  const language = useLanguage()
  if (name.kind === 'week') return say('library.group.week')
  const month = formatMonth(name.atMs, nowMs, language)
  return name.kind === 'this-month'
    ? say('library.group.month', { month })
    : month.charAt(0).toLocaleUpperCase(localeOf(language)) + month.slice(1)
}
