import { type ReactNode, useMemo, useState } from 'react'
import { CutClock } from '#core/cut/cut-clock'
import { type FoundKind, type FoundPlace, isCutExactly } from '#core/cut/found-places'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import type { CutBarProps } from '../cut-bar-props.ts'
import type { RecordingCut } from '../use-recording-cut.ts'
import { FoundFacts } from './found-facts.tsx'
import { FoundRow } from './found-row.tsx'
import styles from './found.module.css'
import { usePlaceChanges } from './use-place-changes.ts'

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
  const { kind, places, session, recording, cut, children } = props
  const say = useSay()
  const [shown, setShown] = useState(PAGE)
  const clock = useMemo(() => new CutClock(cut.kept), [cut.kept])
  const changes = usePlaceChanges(session, recording.id, kind)
  const isCut = places.filter((place) => place.isCut)
  const toCut = places.filter((place) => !isCutExactly(place))
  const isOneByOne = kind === 'no-words'
  return (
    <div className={styles.panel}>
      {children}
      <FoundFacts {...props} isOneByOne={isOneByOne} />
      {isOneByOne && <p className={styles.facts}>{say('cut-view.found.listen')}</p>}
      <div className={styles.acts}>
        {!isOneByOne && (
          <Button
            variant="main"
            size="small"
            disabled={toCut.length === 0}
            onPress={() => changes.cut(toCut)}
          >
            {say(kind === 'pause' ? 'cut-view.found.shorten' : 'cut-view.found.cut', { count: toCut.length })}
          </Button>
        )}
        <Button
          variant="line"
          size="small"
          icon="undo"
          disabled={isCut.length === 0}
          onPress={() => changes.restore(isCut)}
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
              paragraphs={cut.transcript.paragraphs}
              clock={clock}
              onChange={(wanted) => (wanted ? changes.cut([place]) : changes.restore([place]))}
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
