import { useEffect } from 'react'
import { showingMs } from '#core/frames/frame-grid'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { useEdgeClicks } from './times/use-edge-clicks.ts'
import { WaveCues } from '../sound/waveform/wave-cues.tsx'
import type { WaveStore } from '../sound/waveform/wave-store.ts'
import { useCaptionEditor, useCaptionEditorState } from './editing/use-caption-editor.ts'
import { CueEdges } from './times/cue-edges.tsx'
import { draggedSpan, setDraggedEdge, useDraggedEdge } from './times/dragged-edge.ts'
import { InsertCaption } from './times/insert-caption.tsx'
import { ShotLines } from './times/shot-lines.tsx'
import { TapStatus } from './times/tap-status.tsx'
import { useShots } from './times/use-shots.ts'
import { useSessionRules, useSetFrames } from './cues/cue-time.ts'
import { useCueNow, useCues, useCuesShown } from './cues/use-cues.ts'

export interface CaptionRowProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  readonly wave: WaveStore
}

/**
 * The captions in the waveform, passed to the dock as `cues={(wave) => <CaptionRow … />}`: all of them in its top row,
 * where a click edits one, and the edges of the one being edited.
 */
export function CaptionRow({ session, player, recording, wave }: CaptionRowProps) {
  const list = useCues(session, recording)
  const editor = useCaptionEditor(session, recording)
  const edited = useCaptionEditorState(editor, ({ index }) => index)
  const now = useCueNow(player, list.cues)
  const onScreen = useCuesShown(player, list.cues)
  const shots = useShots(recording)
  const frames = useSetFrames(useSessionRules(session))
  const dragged = useDraggedEdge(editor)
  useEdgeClicks(wave, editor, player, frames)
  // Leaving the view ends dragging.
  useEffect(() => () => setDraggedEdge(editor, null), [editor])
  return (
    <>
      <ShotLines wave={wave} shots={shots} />
      <WaveCues
        wave={wave}
        cues={list.cues}
        now={now}
        onScreen={onScreen}
        edited={edited}
        spanOf={(cue) => draggedSpan(cue, dragged)}
        onCue={({ index, startMs }) => {
          editor.edit(index)
          player.seek(showingMs(startMs, frames))
        }}
      />
      {edited !== null && (
        <CueEdges
          key={edited}
          session={session}
          player={player}
          editor={editor}
          wave={wave}
          list={list}
          index={edited}
          shots={shots}
          dragged={dragged}
          onDragged={(edge) => setDraggedEdge(editor, edge)}
        />
      )}
      <InsertCaption session={session} player={player} editor={editor} wave={wave} frames={frames} />
      <TapStatus editor={editor} player={player} cues={list.cues} />
    </>
  )
}
