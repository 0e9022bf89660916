import { useEffect, useMemo } from 'react'
import { atRate } from '#core/cut/kept-part'
import { PCM_RATE } from '#core/sound/pcm'
import { type EditorStore, useEditor } from '../editor/editor-store.ts'
import { useMediaUrl } from '../rpc/use-media-url.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { SoundPlayer } from '../sound/player/create-player.ts'
import { type CutRecording, useRecordingCut } from './use-recording-cut.ts'

export interface CutPlaybackProps {
  readonly session: TranscriptSession
  readonly player: SoundPlayer
  readonly recording: CutRecording
  readonly store: EditorStore
}

/** In the mode Cut, only what is kept is played. */
export function CutPlayback(props: CutPlaybackProps) {
  return useEditor(props.store, (state) => state.isCutting) ? <KeptOnly {...props} /> : null
}

function KeptOnly({ session, player, recording }: CutPlaybackProps) {
  const { kept } = useRecordingCut(session, recording)
  const pcmUrl = useMediaUrl(recording.playable ? recording.id : null, 'pcm')
  const played = useMemo(() => ({ kept: atRate(kept, PCM_RATE), pcmUrl }), [kept, pcmUrl])
  useEffect(() => player.setCut(played), [player, played])
  useEffect(() => () => player.setCut(null), [player])
  return null
}
