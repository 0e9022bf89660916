import { formatDecimals } from '#core/notation/numbers'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useWave, type WaveStore } from '../sound/waveform/wave-store.ts'
import { endOf, xAt } from '../sound/waveform/wave-view.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './cut-shades.module.css'
import { type CutRecording, useRecordingCut } from './use-recording-cut.ts'

export interface CutShadesProps {
  readonly session: TranscriptSession
  readonly recording: CutRecording
  readonly wave: WaveStore
}

/** A narrower one has no room for how long it is. */
const LABEL_PX = 88

/** What is cut, hatched over the waveform; its edges are the joins. */
export function CutShades({ session, recording, wave }: CutShadesProps) {
  const say = useSay()
  const language = useLanguage()
  const { cuts } = useRecordingCut(session, recording)
  useWave(wave, (state) => state.view)
  const { view, extent } = wave.state
  const endMs = endOf(view, extent.width)
  return cuts
    .filter((cut) => cut.endMs > view.startMs && cut.startMs < endMs)
    .map((cut) => {
      const [left, right] = [xAt(view, cut.startMs), xAt(view, cut.endMs)]
      const seconds = formatDecimals((cut.endMs - cut.startMs) / 1_000, language, 1)
      return (
        <i
          key={cut.startMs}
          className={styles.cut}
          style={{ left, width: Math.max(1, right - left) }}
          title={say('cut-view.stretch', { seconds })}
          data-cut={`${cut.startMs} ${cut.endMs}`}
        >
          {right - left >= LABEL_PX && <b>{say('cut-view.stretch', { seconds })}</b>}
        </i>
      )
    })
}
