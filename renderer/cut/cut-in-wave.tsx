import { useEffect, useMemo } from 'react'
import { formatDecimals } from '#core/notation/numbers'
import type { TimeSpan } from '#core/transcript/time-span'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { FOLD_PX, isFolded } from '../sound/waveform/wave-folds.ts'
import { classNames } from '../ui/class-names.ts'
import { type EditorStore, useEditor } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { useWave, type WaveStore } from '../sound/waveform/wave-store.ts'
import { endOf, xAt } from '../sound/waveform/wave-view.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { CutEdges } from './cut-edges.tsx'
import styles from './cut-in-wave.module.css'
import { useChosenCut } from './use-chosen-cut.ts'
import { type CutRecording, type RecordingCut, useRecordingCut } from './use-recording-cut.ts'

export interface CutInWaveProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: CutRecording
  readonly store: EditorStore
  readonly wave: WaveStore
}

/** What is cut, over the waveform; in Cut with the edges of the chosen one. */
export function CutInWave(props: CutInWaveProps) {
  const { session, recording, store, wave } = props
  const isCutting = useEditor(store, (state) => state.isCutting)
  const found = useRecordingCut(session, recording)
  return (
    <>
      <CutShades cuts={found.cuts} wave={wave} />
      {isCutting && <ChosenCut {...props} found={found} />}
    </>
  )
}

const nothing: readonly TimeSpan[] = []

/** The edges of the chosen cut, outlined in the text, too; by choice the others are folded. */
function ChosenCut(props: CutInWaveProps & { readonly found: RecordingCut }) {
  const { session, player, recording, store, wave, found } = props
  const { cuts, transcript } = found
  const chosen = useChosenCut({ cuts, transcript, store, player })
  const { foldsCuts } = usePreferences()
  const folds = useMemo(
    () => (foldsCuts ? cuts.filter((cut) => cut !== chosen) : nothing),
    [foldsCuts, cuts, chosen],
  )
  useEffect(() => wave.setFolds(folds), [wave, folds])
  const surface = useEditor(store, (state) => state.surface)
  useEffect(() => {
    surface?.setChosenCut(chosen)
    return () => surface?.setChosenCut(null)
  }, [surface, chosen])
  useEffect(() => () => wave.setFolds(nothing), [wave])
  return (
    chosen !== null && (
      <CutEdges session={session} recordingId={recording.id} wave={wave} found={found} cut={chosen} />
    )
  )
}

/** Where less of it is seen there is no room for how long it is. */
const LABEL_PX = 88

/** Hatched; the edges are the joins, a folded one is a join as a whole. */
function CutShades({ cuts, wave }: { readonly cuts: readonly TimeSpan[]; readonly wave: WaveStore }) {
  const say = useSay()
  const language = useLanguage()
  useWave(wave, (state) => state.view)
  const { view, extent } = wave.state
  const endMs = endOf(view, extent.width)
  return cuts
    .filter((cut) => cut.endMs > view.startMs && cut.startMs < endMs)
    .map((cut) => {
      const [left, right] = [xAt(view, cut.startMs), xAt(view, cut.endMs)]
      const seen = { left: Math.max(0, left), right: Math.min(extent.width, right) }
      const seconds = formatDecimals((cut.endMs - cut.startMs) / 1_000, language, 1)
      return (
        <i
          key={cut.startMs}
          className={classNames(
            styles.cut,
            right - left < FOLD_PX + 1 && isFolded(cut, view.msPerPixel) && styles.folded,
          )}
          style={{ left, width: Math.max(1, right - left) }}
          title={say('cut-view.stretch', { seconds })}
          data-cut={`${cut.startMs} ${cut.endMs}`}
        >
          {seen.right - seen.left >= LABEL_PX && (
            <b style={{ left: (seen.left + seen.right) / 2 - left }}>
              {say('cut-view.stretch', { seconds })}
            </b>
          )}
        </i>
      )
    })
}
