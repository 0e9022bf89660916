import { EditorView } from '@codemirror/view'
import type { Player } from '../../sound/player/player.ts'

// Whoever has scrolled or typed is left alone so long.
const leaveAloneMs = 3_000
// Scrolling that we began ourselves is over by then.
const ownScrollMs = 400
// Between two frames the sound goes less far, at any speed.
const jumpMs = 250
/** Room kept free above and below the word, px. */
const marginPx = 64

export interface FollowSound {
  /** The word that is lit: it is brought into sight while the text goes with the sound. */
  show(span: { readonly from: number; readonly to: number }): void
  /** The person typed or scrolled. */
  touched(): void
  /** What the program itself scrolls is no touch. */
  scrollsItself(): void
  /** Puts the sound where the caret is: the text is there already. */
  seekFromText(ms: number): void
  close(): void
}

/** @param placeOfTime where in the text that stands which is said at a time; null: before the first word */
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
  // The bar at the side, and keys that turn pages.
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
    // Asked for by a key or button: at once, whatever was touched before.
    if (following && !wasFollowing) {
      touchedAt = -Infinity
      if (lit !== null && lit <= view.state.doc.length) bring(lit)
    }
    wasFollowing = following
  })
  let heardMs = player.positionMs
  let seeksFromText = false
  // The sound was put elsewhere while it stands still: the text goes along.
  const stopSeeks = player.onFrame((ms) => {
    const hasJumped = Math.abs(ms - heardMs) > jumpMs
    heardMs = ms
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
