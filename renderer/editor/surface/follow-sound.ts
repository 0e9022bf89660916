import { EditorView } from '@codemirror/view'
import type { Player } from '../../sound/player/player.ts'

// Following pauses for this long after the user scrolls or types.
const leaveAloneMs = 3_000
// Scroll events within this time come from the program's own scrolling.
const ownScrollMs = 400
// A larger difference between two frames is a seek; playback advances less at any speed.
const jumpMs = 250
/** Space kept free above and below the word, px. */
const marginPx = 64

export interface FollowSound {
  /** Scrolls to the highlighted word while the text follows playback. */
  show(span: { readonly from: number; readonly to: number }): void
  /** The user typed or scrolled. */
  touched(): void
  /** The program is about to scroll; its scroll events do not count as the user's. */
  scrollsItself(): void
  /** Seeks to the caret's time without scrolling the text. */
  seekFromText(ms: number): void
  close(): void
}

/** @param placeOfTime the position in the text of the word at a time; null: before the first word */
export function followSound(
  view: EditorView,
  player: Player,
  placeOfTime: (ms: number) => number | null,
): FollowSound {
  let touchedAt = -Infinity
  let scrolledAt = -Infinity
  const touched = (): void => {
    touchedAt = performance.now()
    if (player.state.playing && player.state.following) player.setFollowing(false)
  }
  const onScroll = (): void => {
    if (performance.now() - scrolledAt > ownScrollMs) touched()
  }
  const scroller = view.scrollDOM
  scroller.addEventListener('wheel', touched, { passive: true })
  scroller.addEventListener('touchmove', touched, { passive: true })
  // Covers the scroll bar and the page keys.
  scroller.addEventListener('scroll', onScroll, { passive: true })
  const scrollsItself = (): void => {
    scrolledAt = performance.now()
  }
  const bring = (from: number): void => {
    const place = view.coordsAtPos(from)
    const { top, bottom } = scroller.getBoundingClientRect()
    if (place !== null && place.top > top + marginPx && place.bottom < bottom - marginPx) return
    scrollsItself()
    view.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'center' }) })
  }
  let wasFollowing = player.state.following
  let lit: number | null = null
  const stop = player.subscribe(() => {
    const { following } = player.state
    // Requested by a key or button: scrolls immediately, even after recent scrolling.
    if (following && !wasFollowing) {
      touchedAt = -Infinity
      if (lit !== null && lit <= view.state.doc.length) bring(lit)
    }
    wasFollowing = following
  })
  let lastMs = player.positionMs
  let seeksFromText = false
  // A seek while paused: the text scrolls along.
  const stopSeeks = player.onFrame((ms) => {
    const hasJumped = Math.abs(ms - lastMs) > jumpMs
    lastMs = ms
    const { playing, following } = player.state
    if (!hasJumped || playing || !following || seeksFromText) return
    const from = placeOfTime(ms)
    if (from !== null) bring(from)
  })
  return {
    show({ from }) {
      lit = from
      const { playing, following } = player.state
      if (!playing || !following || performance.now() - touchedAt < leaveAloneMs) return
      bring(from)
    },
    touched,
    scrollsItself,
    seekFromText(ms) {
      seeksFromText = true
      player.seek(ms)
      seeksFromText = false
    },
    close() {
      stop()
      stopSeeks()
      scroller.removeEventListener('wheel', touched)
      scroller.removeEventListener('touchmove', touched)
      scroller.removeEventListener('scroll', onScroll)
    },
  }
}
