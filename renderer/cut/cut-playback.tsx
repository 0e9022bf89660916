import { useEffect, useMemo } from 'react'
import { atRate } from '#core/cut/kept-part'
import { PCM_RATE } from '#core/sound/pcm'
import { type EditorStore, useEditor } from '../editor/editor-store.ts'
import { useMediaUrl } from '../rpc/use-media-url.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { SoundPlayer } from '../sound/player/create-player.ts'
import { type CutRecording, useRecordingCut } from './use-recording-cut.ts'

export interface KeptOnlyProps {
  readonly session: TranscriptSession
  readonly player: SoundPlayer
  readonly recording: CutRecording
}

export interface CutPlaybackProps extends KeptOnlyProps {
  readonly store: EditorStore
}

/** In the mode Cut, only what is kept is played. */
export function CutPlayback(props: CutPlaybackProps) {
  const isCutting = useEditor(props.store, (state) => state.isCutting)
  if (!isCutting) return null
  return (
    <>
      <KeptOnly {...props} />
      <PlayedOnce {...props} />
    </>
  )
}

/** Plays the span that was asked for, once what is cut is known to the player. */
function PlayedOnce({ player, store }: CutPlaybackProps) {
  const toPlay = useEditor(store, (state) => state.toPlay)
  useEffect(() => {
    if (toPlay === null) return
    store.setState({ toPlay: null })
    player.playKept(toPlay)
  }, [player, store, toPlay])
  return null
}

/** While it is on the page, only what is kept is played. */
export function KeptOnly({ session, player, recording }: KeptOnlyProps) {
  const { kept } = useRecordingCut(session, recording)
  const pcmUrl = useMediaUrl(recording.playable ? recording.id : null, 'pcm')
  const played = useMemo(() => ({ kept: atRate(kept, PCM_RATE), pcmUrl }), [kept, pcmUrl])
  useEffect(() => player.setCut(played), [player, played])
  useEffect(() => () => player.setCut(null), [player])
  return null
}
