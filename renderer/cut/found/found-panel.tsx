import { type ReactNode, useMemo, useState } from 'react'
import {
  cutPlaces,
  type FoundKind,
  type FoundPlace,
  isCutExactly,
  type PlaceChange,
  restorePlaces,
  withAllCut,
  withoutKind,
} from '#core/cut/found-places'
import { keptMs } from '#core/cut/kept-spans'
import { useLoudness } from '../../sound/waveform/use-loudness.ts'
import { Button } from '../../ui/button.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { useSay } from '../../ui/words.tsx'
import type { CutBarProps } from '../cut-bar-props.ts'
import { useCutStretchChanges } from '../use-cut-stretches.ts'
import { findRecordingCut, type RecordingCut } from '../use-recording-cut.ts'
import { FoundRow } from './found-row.tsx'
import styles from './found.module.css'

export interface FoundPanelProps extends CutBarProps {
  readonly kind: FoundKind
  readonly places: readonly FoundPlace[]
  readonly cut: RecordingCut
  /** Above the list: what decides by what is found. */
  readonly children?: ReactNode
}

/** So many rows are shown at first, and more on request. */
const PAGE = 100

/** The places of one kind: each can be heard, cut and restored; all of them together, but for possible fillers. */
export function FoundPanel(props: FoundPanelProps) {
  const { kind, places, session, recording, children } = props
  const say = useSay()
  const [shown, setShown] = useState(PAGE)
  const changeStretches = useCutStretchChanges(recording.id, session)
  const change = ({ edits, set, remove }: PlaceChange): void => {
    const stepId = session.newId()
    if (edits.length > 0) session.apply(edits, { stepId })
    changeStretches({ set, remove }, stepId)
  }
  const cutThem = (some: readonly FoundPlace[]): void =>
    change(cutPlaces(session.state.transcript, kind, some, () => session.newId()))
  const restoreThem = (some: readonly FoundPlace[]): void =>
    change(restorePlaces(session.state.transcript, some, () => session.newId()))
  const isCut = places.filter((place) => place.isCut)
  const toCut = places.filter((place) => !isCutExactly(place))
  const isOneByOne = kind === 'no-words'
  return (
    <div className={styles.panel}>
      {children}
      <Facts {...props} />
      {isOneByOne && <p className={styles.facts}>{say('cut-view.found.listen')}</p>}
      <div className={styles.acts}>
        {!isOneByOne && (
          <Button variant="main" size="small" disabled={toCut.length === 0} onPress={() => cutThem(toCut)}>
            {say(kind === 'pause' ? 'cut-view.found.shorten' : 'cut-view.found.cut', { count: toCut.length })}
          </Button>
        )}
        <Button
          variant="line"
          size="small"
          icon="undo"
          disabled={isCut.length === 0}
          onPress={() => restoreThem(isCut)}
        >
          {say('cut-view.found.restore', { count: isCut.length })}
        </Button>
      </div>
      {places.length > 0 && (
        <ul className={styles.list} aria-label={say(`cut-view.found.${kind}`)}>
          {places.slice(0, shown).map((place) => (
            <FoundRow
              key={place.id}
              {...props}
              place={place}
              onChange={(wanted) => (wanted ? cutThem([place]) : restoreThem([place]))}
            />
          ))}
        </ul>
      )}
      {places.length > shown && (
        <Button size="small" onPress={() => setShown(shown + PAGE)}>
          {say('cut-view.found.more', { count: Math.min(PAGE, places.length - shown) })}
        </Button>
      )}
    </div>
  )
}

/** How many there are, and how long the cut is with none, some and all of them cut. */
function Facts({ kind, places, cut, recording }: FoundPanelProps) {
  const say = useSay()
  const loudness = useLoudness(recording)
  const { transcript, stretches } = cut
  const { durationMs, trim: part } = recording
  const times = useMemo(() => {
    const facts = { loudness, durationMs: durationMs ?? 0, part }
    const lengthOf = (changed: { transcript: typeof transcript; stretches: typeof stretches }): string =>
      formatDuration(keptMs(findRecordingCut({ ...changed, ...facts }).kept))
    return {
      none: lengthOf(withoutKind({ transcript, stretches }, kind)),
      all: lengthOf(withAllCut({ transcript, stretches }, kind, places)),
    }
  }, [kind, places, transcript, stretches, loudness, durationMs, part])
  if (places.length === 0) return <p className={styles.facts}>{say('cut-view.found.none')}</p>
  const cutCount = places.filter(({ isCut }) => isCut).length
  return (
    <p className={styles.facts}>
      {say('cut-view.found.facts', { count: places.length, cut: cutCount })}{' '}
      {say('cut-view.found.kept', { ...times, now: formatDuration(cut.keptMs) })}
    </p>
  )
}
