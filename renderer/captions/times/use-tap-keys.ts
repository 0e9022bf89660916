import { useEffect, useLayoutEffect } from 'react'
import type { FrameGrid } from '#core/frames/video-frames'
import { isLayerOpen } from '../../keys/is-layer-open.ts'
import { keyOf } from '../../keys/key-of.ts'
import { useEscape } from '../../keys/use-escape.ts'
import type { Player } from '../../sound/player/player.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { leaveTap, pressTap, releaseTap, tapStoreOf, useTap } from './tap-store.ts'

const TAP_KEYS: ReadonlySet<string> = new Set(['Space', 'J'])

/**
 * In tap mode: Space or J is held while a caption is spoken, and plays while nothing does; Escape leaves. Also in a
 * text field; handled before other uses of these keys.
 */
export function useTapKeys(editor: CaptionEditor, player: Player, frames: FrameGrid | null): void {
  const isOn = useTap(editor, (state) => state.isOn)
  useEscape(isOn, () => leaveTap(editor))
  useLayoutEffect(() => {
    if (!isOn) return undefined
    let held: string | null = null
    /** The key that started playback: its release, and its repetitions until then, do nothing. */
    let started: string | null = null
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.isComposing ? null : keyOf(event)
      if (key === null || !TAP_KEYS.has(key)) return
      if (held === null && isLayerOpen()) return
      event.preventDefault()
      event.stopPropagation()
      if (held !== null || started !== null || event.repeat) return
      if (!player.state.playing) {
        started = event.code
        player.play()
        return
      }
      held = event.code
      pressTap(editor, player.positionMs)
    }
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.code !== held && event.code !== started) return
      event.preventDefault()
      event.stopPropagation()
      if (event.code === started) {
        started = null
        return
      }
      held = null
      releaseTap(editor, player, frames)
    }
    // The release of a key outside of the window is never reported.
    const onBlur = (): void => {
      held = null
      started = null
      tapStoreOf(editor).setState({ pressedMs: null })
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('keyup', onKeyUp, { capture: true })
    window.addEventListener('blur', onBlur)
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener('keyup', onKeyUp, { capture: true })
      window.removeEventListener('blur', onBlur)
    }
  }, [isOn, editor, player, frames])
  // Leaving the view leaves the mode.
  useEffect(() => () => leaveTap(editor), [editor])
}
