import type { Cue } from '#core/captions/cues'
import type { Player } from '../../sound/player/player.ts'
import { usePlayer } from '../../sound/player/use-player.ts'
import { useSay } from '../../ui/words.tsx'
import { useCaptionEditorState } from '../editing/use-caption-editor.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import styles from './tap-status.module.css'
import { useTap } from './tap-store.ts'

export interface TapStatusProps {
  readonly editor: CaptionEditor
  readonly player: Player
  readonly cues: readonly Cue[]
}

/** In tap mode: the next caption, and instructions. */
export function TapStatus({ editor, player, cues }: TapStatusProps) {
  const say = useSay()
  const isOn = useTap(editor, (state) => state.isOn)
  const isHeld = useTap(editor, (state) => state.pressedMs !== null)
  const index = useCaptionEditorState(editor, (state) => state.index)
  const playing = usePlayer(player, (state) => state.playing)
  const cue = index === null ? undefined : cues[index]
  if (!isOn || cue === undefined) return null
  const number = cue.index + 1
  return (
    <output className={styles.status}>
      <b>{say(isHeld ? 'captions.tap.held' : 'captions.tap.next', { number })}</b>{' '}
      <span>{cue.lines.map(({ text }) => text).join(' ')}</span>{' '}
      <i>{say(playing ? 'captions.tap.how' : 'captions.tap.play')}</i>
    </output>
  )
}
