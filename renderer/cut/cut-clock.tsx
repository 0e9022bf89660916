import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { CutClock } from '#core/cut/cut-clock'
import { type EditorStore, useEditor } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Clock, ClockText } from '../sound/dock/clock.tsx'
import type { Player } from '../sound/player/player.ts'
import { usePosition } from '../sound/player/use-player.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { useSay } from '../ui/words.tsx'
import { type CutRecording, useRecordingCut } from './use-recording-cut.ts'

export interface TextClockProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: CutRecording
  readonly store: EditorStore
}

/** The position in the text's mode: in Cut that of the cut. */
export function TextClock(props: TextClockProps) {
  return useEditor(props.store, (state) => state.isCutting) ? (
    <ClockOfCut {...props} />
  ) : (
    <Clock player={props.player} />
  )
}

/** The position in the cut and its length, with those of the whole recording beside. */
export function ClockOfCut({ session, player, recording }: Omit<TextClockProps, 'store'>) {
  const say = useSay()
  const { kept, keptMs, wholeMs, cuts } = useRecordingCut(session, recording)
  const clock = useMemo(() => new CutClock(kept), [kept])
  const subscribe = useCallback((listener: () => void) => player.onFrame(listener), [player])
  const position = useSyncExternalStore(subscribe, () =>
    formatDuration(clock.exactCutTime(player.positionMs).ms),
  )
  const whole = formatDuration(usePosition(player, 1_000))
  if (cuts.length === 0) return <ClockText position={position} length={formatDuration(wholeMs)} />
  return (
    <ClockText
      position={position}
      length={say('cut-view.clock', { kept: formatDuration(keptMs), whole: formatDuration(wholeMs) })}
      title={say('cut-view.clock.whole', { position: whole })}
    />
  )
}
