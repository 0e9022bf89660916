import { formatDecimals } from '#core/notation/numbers'
import { frameGridOf } from '#core/captions/presets/transcript-rules'
import { framesPerSecond } from '#core/frames/video-frames'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import { usePreferences, useSetPreferences } from '../../rpc/preferences-queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { useShownKey } from '../../keys/use-key-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Tip } from '../../ui/tooltip.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { useSessionRules } from '../cues/cue-time.ts'
import { useCaptionEditor } from '../editing/use-caption-editor.ts'
import { ShotsStatus } from './shots-status.tsx'
import { toggleTap, useTap } from './tap-store.ts'
import styles from './timing-controls.module.css'

export interface TimingControlsProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
}

/**
 * Next to the speed while captions are shown: the search for shots, snapping of edges, times in frames, and
 * tap mode.
 */
export function TimingControls({ session, player, recording }: TimingControlsProps) {
  const say = useSay()
  const language = useLanguage()
  const { snapsCaptionEdges, captionTimes } = usePreferences()
  const ruled = useSessionRules(session)
  const frames = frameGridOf(ruled)
  const { mutate } = useSetPreferences()
  const editor = useCaptionEditor(session, recording)
  const isTapping = useTap(editor, (state) => state.isOn)
  const tapKey = useShownKey('caption-tap')
  return (
    <>
      <ShotsStatus recordingId={recording.id} />
      <Tip text={say('captions.snap.tip')} placement="top">
        <Button
          className={styles.wide}
          size="small"
          pressed={snapsCaptionEdges}
          onPress={() => mutate({ snapsCaptionEdges: !snapsCaptionEdges })}
        >
          {say('captions.snap')}
        </Button>
      </Tip>
      <Tip
        text={
          frames === null
            ? say(ruled.frames === undefined ? 'captions.frames.none' : 'captions.frames.varies')
            : say('captions.frames.tip', {
                rate: formatDecimals(framesPerSecond(frames), language, 3),
              })
        }
        placement="top"
      >
        <Button
          className={styles.wide}
          size="small"
          pressed={captionTimes === 'frames' && frames !== null}
          disabled={frames === null}
          onPress={() => mutate({ captionTimes: captionTimes === 'frames' ? 'milliseconds' : 'frames' })}
        >
          {say('captions.frames')}
        </Button>
      </Tip>
      <Tip text={say('captions.tap.tip')} placement="top" keys={tapKey}>
        <Button
          className={styles.wide}
          size="small"
          pressed={isTapping}
          disabled={!recording.playable}
          onPress={() => toggleTap(editor, player)}
        >
          {say('captions.tap')}
        </Button>
      </Tip>
    </>
  )
}
