import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { WaveCues } from '../sound/waveform/wave-cues.tsx'
import type { WaveStore } from '../sound/waveform/wave-store.ts'
import { useCueNow, useCues } from './cues/use-cues.ts'

export interface CaptionRowProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  readonly wave: WaveStore
}

/** The captions in the top row of the waveform, passed to the dock as `cues={(wave) => <CaptionRow … />}`. */
export function CaptionRow({ session, player, recording, wave }: CaptionRowProps) {
  const { cues } = useCues(session, recording.durationMs ?? 0)
  const now = useCueNow(player, cues)
  return <WaveCues wave={wave} cues={cues} now={now} />
}
