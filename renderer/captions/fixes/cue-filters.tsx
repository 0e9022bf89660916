import { formatNumber } from '#core/notation/numbers'
import { speakerNames } from '#core/transcript/speaker-names'
import type { Speaker } from '#core/transcript/transcript'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { useLocale, useSay } from '../../ui/words.tsx'
import type { CueFilter } from '../cues/filter-cues.ts'
import styles from './fixes.module.css'

export interface CueFiltersProps {
  readonly filter: CueFilter
  /** Number of all captions, and of those that break a rule. */
  readonly count: number
  readonly broken: number
  readonly onChange: (filter: CueFilter) => void
}

/** Chooses whether all captions are listed or those that break a rule. */
export function CueFilters({ filter, count, broken, onChange }: CueFiltersProps) {
  const say = useSay()
  const locale = useLocale()
  const label = (text: string, figure: number) => (
    <>
      {text}
      <span className={styles.figure}>{formatNumber(figure, locale)}</span>
    </>
  )
  return (
    <Segmented
      label={say('captions.filter')}
      chosen={filter.only}
      choices={[
        { id: 'all', label: label(say('captions.filter.all'), count) },
        { id: 'problems', label: label(say('captions.filter.problems'), broken) },
      ]}
      onChoose={(only) => onChange({ ...filter, only })}
    />
  )
}

const EVERYONE = 'everyone'

/** Whose captions can be listed: of all or of one speaker. */
export function useSpeakerFilter(
  filter: CueFilter,
  speakers: readonly Speaker[],
  onChange: (filter: CueFilter) => void,
) {
  const say = useSay()
  const names = speakerNames(speakers, (place) => say('speaker.numbered', { number: place }))
  return {
    choices: [
      { id: EVERYONE, label: say('captions.filter.everyone') },
      ...speakers.map(({ id }) => ({ id: `s ${id}`, label: names.get(id) ?? id })),
    ],
    chosen: filter.speakerId === null ? EVERYONE : `s ${filter.speakerId}`,
    onChoose: (id: string): void => onChange({ ...filter, speakerId: id === EVERYONE ? null : id.slice(2) }),
  }
}

export interface SpeakerFilterProps {
  readonly filter: CueFilter
  readonly speakers: readonly Speaker[]
  readonly onChange: (filter: CueFilter) => void
}

/** Chooses whose captions are listed. */
export function SpeakerFilter({ filter, speakers, onChange }: SpeakerFilterProps) {
  const say = useSay()
  const choice = useSpeakerFilter(filter, speakers, onChange)
  return (
    <Select size="small" className={styles.speakers} label={say('captions.filter.speaker')} {...choice} />
  )
}
