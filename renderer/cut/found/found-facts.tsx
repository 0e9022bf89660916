import { useMemo } from 'react'
import {
  type FoundKind,
  type FoundPlace,
  isCutExactly,
  withAllCut,
  withoutKind,
} from '#core/cut/found-places'
import { keptMs } from '#core/cut/kept-spans'
import { roughLength } from '#core/notation/lengths'
import { useLoudness } from '../../sound/waveform/use-loudness.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { useLocale, useSay } from '../../ui/words.tsx'
import { type CutRecording, findRecordingCut, type RecordingCut } from '../use-recording-cut.ts'
import styles from './found.module.css'

export interface FoundFactsProps {
  readonly kind: FoundKind
  readonly places: readonly FoundPlace[]
  readonly cut: RecordingCut
  readonly recording: CutRecording
  /** What all of them would save is left out: they are not cut together. */
  readonly isOneByOne: boolean
}

/** How many there are, what those that are cut save, and what all of them would, with the length before and after. */
export function FoundFacts({ kind, places, cut, recording, isOneByOne }: FoundFactsProps) {
  const say = useSay()
  const locale = useLocale()
  const loudness = useLoudness(recording)
  const { transcript, stretches } = cut
  const { durationMs, trim: part } = recording
  const { none, all } = useMemo(() => {
    const facts = { loudness, durationMs: durationMs ?? 0, part }
    const lengthOf = (changed: Pick<RecordingCut, 'transcript' | 'stretches'>): number =>
      keptMs(findRecordingCut({ ...changed, ...facts }).kept)
    return {
      none: lengthOf(withoutKind({ transcript, stretches }, kind)),
      all: lengthOf(withAllCut({ transcript, stretches }, kind, places)),
    }
  }, [kind, places, transcript, stretches, loudness, durationMs, part])
  if (places.length === 0) return <p className={styles.facts}>{say('cut-view.found.none')}</p>
  const cutCount = places.filter(({ isCut }) => isCut).length
  const isMore = !isOneByOne && !places.every(isCutExactly)
  const saved = (keptNow: number): string => roughLength(Math.max(0, none - keptNow), locale)
  const [before, after] = [formatDuration(none), formatDuration(all)]
  return (
    <p className={styles.facts}>
      {say('cut-view.found.facts', { count: places.length, cut: cutCount, saved: saved(cut.keptMs) })}
      {isMore &&
        ` ${say(before === after ? 'cut-view.found.would-save' : 'cut-view.found.would-save.times', {
          kind,
          saved: saved(all),
          before,
          after,
        })}`}
    </p>
  )
}
