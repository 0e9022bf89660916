import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard } from '#contracts/calls/recordings'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { formatDay } from '../../ui/format-date.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { Icon } from '../../ui/icon.tsx'
import { SpeakerTrack } from '../../ui/speaker-track.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { dayOf } from './group-recordings.ts'
import { FailedPart, MissingPart } from './failed-part.tsx'
import { offerJobDialog } from '../imports/import-store.ts'
import { languageName } from '../../ui/language-name.ts'
import styles from './recording-row.module.css'
import { placeWords } from './place-words.ts'
import { RowMenu } from './row-menu.tsx'
import { rowState } from './row-state.ts'
import { RunningPart } from './running-part.tsx'
import { RowCheckbox } from '../selection/row-checkbox.tsx'
import { useIsSelected } from '../selection/selection-store.ts'
import { speakerLine } from './speaker-line.ts'
import { useDeletionWords } from '../../sound-deletion/deletion-words.ts'
import { useJobCalls } from '../../jobs/use-job-calls.ts'
import { WaitingPart } from './waiting-part.tsx'

export interface RecordingRowProps {
  readonly card: RecordingCard
  /** Its newest unfinished job, as up to date as possible. */
  readonly job: JobCard | null
  /** All tags in the library, to choose from. */
  readonly knownTags: readonly string[]
  readonly nowMs: number
  readonly onTag: (tag: string) => void
}

export const RecordingRow = memo(function RecordingRow({
  card,
  job,
  knownTags,
  nowMs,
  onTag,
}: RecordingRowProps) {
  const say = useSay()
  const state = rowState(card, job)
  const isSelected = useIsSelected(card.id)
  return (
    <li className={styles.row} data-state={state.kind} {...(isSelected ? { 'data-selected': true } : {})}>
      <RowCheckbox card={card} />
      <div className={styles.what}>
        <h3>
          <Link to="/recording/$id" params={{ id: card.id }}>
            {card.title}
          </Link>
        </h3>
        <div className={styles.line}>
          <About card={card} nowMs={nowMs} withLanguage={state.kind === 'running'} />
          <SoundGoes card={card} />
          {card.tags.length > 0 && (
            <span className={styles.tags}>
              {card.tags.map((tag) => (
                <button
                  key={tag}
                  type="button"
                  className={styles.tag}
                  title={say('library.tag.filter', { tag })}
                  onClick={() => onTag(tag)}
                >
                  {tag}
                </button>
              ))}
            </span>
          )}
        </div>
      </div>
      <RecordingParts
        card={card}
        state={state}
        menu={
          <RowMenu
            card={card}
            knownTags={knownTags}
            error={state.kind === 'failed' ? state.error : undefined}
          />
        }
      />
    </li>
  )
})

function About({ card, nowMs, withLanguage }: { card: RecordingCard; nowMs: number; withLanguage: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const { transcript } = card
  const checkedText =
    withLanguage && transcript && transcript.language !== 'und'
      ? languageName(transcript.language, language)
      : transcript
        ? speakerLine(transcript.speakers, say)
        : card.fileName
  const day = formatDay(dayOf(card), nowMs, language)
  const part = transcript?.part ?? null
  const partText =
    part === null
      ? null
      : say('state.part', { from: formatDuration(part.startMs), to: formatDuration(part.endMs) })
  const reported = [day, checkedText, partText].filter((text) => text !== null)
  return <p className={styles.meta}>{reported.join(', ')}</p>
}

/** Shows that the sound will be deleted on a day, or was. */
function SoundGoes({ card }: { readonly card: RecordingCard }) {
  const words = useDeletionWords(card)
  if (words === null) return null
  return <span className={classNames(styles.meta, styles.sound)}>{words}</span>
}

export interface RecordingPartsProps {
  readonly card: RecordingCard
  readonly state: ReturnType<typeof rowState>
  readonly menu: ReactNode
}

/** A row's columns after the title: who speaks when, the length, the state and what can be done. */
export function RecordingParts({ card, state, menu }: RecordingPartsProps) {
  switch (state.kind) {
    case 'running':
      return <RunningPart card={card} job={state.job} />
    case 'waiting':
      return <WaitingPart card={card} job={state.job} />
    case 'failed':
      return (
        <FailedPart card={card} job={state.job} error={state.error} way={state.way}>
          {menu}
        </FailedPart>
      )
    case 'missing':
      return <MissingPart card={card}>{menu}</MissingPart>
    default:
      return (
        <>
          <Portrait card={card} />
          <span className={styles.length}>
            {keptMs(card) !== null && <time>{formatDuration(keptMs(card) ?? 0)}</time>}
          </span>
          <StateWords card={card} state={state} />
          {menu}
        </>
      )
  }
}

/** Length of the kept part; null until known. */
const keptMs = ({ trim, durationMs }: RecordingCard): number | null =>
  trim === null ? durationMs : trim.endMs - trim.startMs

function Portrait({ card }: { card: RecordingCard }) {
  if (!card.transcript) return <span className={styles.portrait} />
  const { portrait, speakers } = card.transcript
  return (
    <SpeakerTrack
      className={styles.portrait}
      segments={portrait}
      colors={speakers.map(({ colour }) => colour)}
      durationMs={card.durationMs ?? 1}
      isSummary
    />
  )
}

function StateWords({ card, state }: { card: RecordingCard; state: RecordingPartsProps['state'] }) {
  const say = useSay()
  const { retry } = useJobCalls()
  if (state.kind === 'unwritten')
    return (
      <span className={classNames(styles.state, styles.kept, styles.above)}>
        <Button variant="line" size="small" onPress={() => offerJobDialog([card.id])}>
          {say('library.transcribe')}
        </Button>
      </span>
    )
  if (state.kind === 'stopped')
    return (
      <span className={classNames(styles.state, styles.kept, styles.above)}>
        <Button variant="line" size="small" onPress={() => retry(state.job.id)}>
          {say('library.go-on')}
        </Button>
      </span>
    )
  if (state.kind !== 'written') return <span />
  if (state.words === 0) return <span className={styles.state}>{say('library.unsaid')}</span>
  if (state.checkedAtMs !== null)
    return (
      <span className={styles.state}>
        <Icon name="check" small />
        {say('check.by-you')}
      </span>
    )
  if (state.places === null) return <span className={styles.state} />
  return <span className={styles.state}>{placeWords(state.places, say)}</span>
}
