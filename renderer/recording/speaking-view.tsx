import type { OpenRecording } from '../rpc/open-recording.ts'
import type { EditorStore } from '../editor/editor-store.ts'
import { SpeakerChoice } from '../editor/speakers/speaker-choice.tsx'
import type { Player } from '../sound/player/player.ts'
import { SpeakingScreen } from '../speaking/speaking-screen.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'

export interface SpeakingViewProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  readonly store: EditorStore
}

/** The page of speaking time; speakers can be renamed, merged and split off as in the text. */
export function SpeakingView({ session, player, recording, store }: SpeakingViewProps) {
  return (
    <>
      <SpeakingScreen
        session={session}
        player={player}
        recording={recording}
        onVoice={(speakerId, anchor) => store.setState({ speakerPrompt: { speakerId, anchor } })}
      />
      <SpeakerChoice session={session} player={player} store={store} durationMs={recording.durationMs ?? 0} />
    </>
  )
}
