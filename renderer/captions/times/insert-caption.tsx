import { useEffect, useRef } from 'react'
import { freeSpan, insertCue } from '#core/captions/edits/insert-cue'
import type { FrameGrid } from '#core/frames/video-frames'
import { isLayerOpen } from '../../keys/is-layer-open.ts'
import { keyOf, takesSpace } from '../../keys/key-of.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { usePlayer } from '../../sound/player/use-player.ts'
import { stretchStyle } from '../../sound/waveform/wave-handle.tsx'
import { useWave, type WaveStore } from '../../sound/waveform/wave-store.ts'
import { useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import styles from './cue-edges.module.css'

export interface InsertCaptionProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly editor: CaptionEditor
  readonly wave: WaveStore
  /** On which set times lie; null for milliseconds. */
  readonly frames: FrameGrid | null
}

/** Over a selected span without captions: a button, and Enter, insert one there, to be typed in. */
export function InsertCaption({ session, player, editor, wave, frames }: InsertCaptionProps) {
  const say = useSay()
  const selection = usePlayer(player, (state) => state.selection)
  useWave(wave, (state) => state.view)
  const free = selection === null ? null : freeSpan(editor.shown(), selection, frames)
  const insert = (): void => {
    const context = editor.context()
    const span = selection === null ? null : freeSpan(context, selection, frames)
    if (span === null) return
    const edits = insertCue(context, span)
    const wordId = `${edits[0]?.id}.0`
    session.apply(edits, { origin: 'captions', stepId: session.newId() })
    player.select(null)
    const made = editor.cues.find(({ wordIds }) => wordIds.includes(wordId))
    if (made !== undefined) editor.edit(made.index, 'all')
  }
  useEnter(free !== null, insert)
  if (free === null) return null
  const { left, width } = stretchStyle(wave, free.startMs, free.endMs)
  return (
    <button
      type="button"
      className={styles.insert}
      style={{ left: left + width / 2 }}
      // The focus stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={insert}
    >
      {say('captions.insert')} <kbd>↵</kbd>
    </button>
  )
}

/** Enter, while neither a text nor a button has the focus. */
function useEnter(isOn: boolean, run: () => void): void {
  const current = useRef(run)
  useEffect(() => {
    current.current = run
  })
  useEffect(() => {
    if (!isOn) return undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || keyOf(event) !== 'Enter' || isLayerOpen()) return
      if (takesSpace(event.target)) return
      event.preventDefault()
      current.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOn])
}
