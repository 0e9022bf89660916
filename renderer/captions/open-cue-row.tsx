import type { Cue } from '#core/captions/cues'
import type { FrameGrid } from '#core/frames/video-frames'
import type { Transcript } from '#core/transcript/transcript'
import { useKeyActions, useShownKey } from '../keys/use-key-actions.ts'
import type { Player } from '../sound/player/player.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './captions.module.css'
import type { ShownCues } from './cues/cue-store.ts'
import type { CaptionEditor } from './editing/caption-editor.ts'
import { CueTools } from './editing/cue-tools.tsx'
import { startWording } from './editing/start-wording.ts'
import { FixesPanel } from './fixes/fixes-panel.tsx'
import { CueTimeFields } from './times/cue-time-fields.tsx'

/** What of the edited caption is open in its row; stays so while the caret goes from one to another. */
export interface OpenParts {
  /** Index of the caption whose fixes are shown. */
  readonly fixing: number | null
  readonly hasTools: boolean
}

export interface OpenCueRowProps {
  readonly editor: CaptionEditor
  readonly player: Player
  readonly list: ShownCues
  readonly cue: Cue
  readonly transcript: Transcript
  /** On which set times lie. */
  readonly setFrames: FrameGrid | null
  readonly parts: OpenParts
  readonly onParts: (parts: OpenParts) => void
  /** Goes to the next or previous caption that breaks a rule, and to its fixes. */
  readonly onStep: (step: 1 | -1) => void
}

/** Without the picture's side: times, tools and fixes of the edited caption, in its row of the list. */
export function OpenCueRow(props: OpenCueRowProps) {
  const { editor, player, list, cue, transcript, setFrames, parts, onParts, onStep } = props
  const say = useSay()
  const key = useShownKey('caption-fixes')
  const isFixing = parts.fixing === cue.index
  const canFix = list.problems.has(cue.index) && !isFixing
  return (
    <div className={styles.openCue}>
      <div className={styles.openCueTools}>
        <CueTimeFields
          editor={editor}
          player={player}
          cue={cue}
          transcript={transcript}
          setFrames={setFrames}
        />
        <span className={styles.spring} />
        <IconButton
          size="small"
          icon="more"
          label={say('captions.tools')}
          pressed={parts.hasTools}
          preventFocusOnPress
          onPress={() => onParts({ ...parts, hasTools: !parts.hasTools })}
        />
        {canFix && (
          <Button variant="line" size="small" onPress={() => onParts({ ...parts, fixing: cue.index })}>
            {say('captions.fix')} {key !== undefined && <kbd>{key}</kbd>}
          </Button>
        )}
      </div>
      {parts.hasTools && <CueTools editor={editor} cue={cue} transcript={transcript} />}
      {isFixing && (
        <FixesPanel
          editor={editor}
          player={player}
          list={list}
          cue={cue}
          startsFocused
          onShorterWording={(shown) => startWording(editor, shown)}
          onStep={onStep}
        />
      )}
    </div>
  )
}

/** While no fixes are shown, their key opens those of the current caption. */
export function FixesKey({ onFix }: { readonly onFix: () => void }) {
  useKeyActions<'caption-fixes'>({ 'caption-fixes': onFix })
  return null
}
