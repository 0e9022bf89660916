import { useState } from 'react'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import { useKnownShots } from '../../rpc/queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { Button } from '../../ui/button.tsx'
import { Tip } from '../../ui/tooltip.tsx'
import { useSay } from '../../ui/words.tsx'
import type { ShownCues } from '../cues/cue-store.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { FixAllDialog } from './fix-all-dialog.tsx'

export interface SnapToShotsProps {
  readonly session: TranscriptSession
  readonly recording: OpenRecording
  readonly editor: CaptionEditor
  readonly list: Pick<ShownCues, 'rules'>
  /** The key that moves to the next problem; null for none. */
  readonly nextKey: string | null
}

/** Moves all captions to the shots of the video after a preview; nothing without a video. */
export function SnapToShots({ session, recording, editor, list, nextKey }: SnapToShotsProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const known = useKnownShots(recording.id, recording.hasVideo).data?.timesMs ?? null
  if (!recording.hasVideo) return null
  const { shots, shotTimesMs } = list.rules
  const why = shots === 'off' ? 'off' : known === null ? 'unknown' : 'none'
  const tip =
    shotTimesMs === undefined
      ? say(`captions.snap-all.${why}`)
      : say('captions.snap-all.tip', { count: shotTimesMs.length })
  return (
    <div>
      <Tip text={tip} placement="top">
        <Button size="small" disabled={shotTimesMs === undefined} onPress={() => setOpen(true)}>
          {say('captions.snap-all')}
        </Button>
      </Tip>
      {isOpen && (
        <FixAllDialog
          goal="shots"
          session={session}
          editor={editor}
          list={list}
          nextKey={nextKey}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
