import { EditorView } from '@codemirror/view'
import type { FollowSound } from './follow-sound.ts'
import type { Surface } from './surface.ts'
import { backToPlace } from './text-place.ts'
import type { TextPositions } from './text-positions.ts'
import { showMarks } from './text-marks.ts'

/** Space kept above and below a hit, so that the surrounding lines are visible. */
const HIT_MARGIN_PX = 96

type Places = Pick<
  Surface,
  'setHits' | 'selectWords' | 'selectText' | 'goToParagraph' | 'goToTime' | 'goToPlace' | 'nameOf'
>

/** Scrolls to places in the text. */
export function surfacePlaces(view: EditorView, positions: TextPositions, follow: FollowSound): Places {
  let shownHit: { readonly paragraphId: string; readonly from: number } | null = null

  function select(anchor: number, head: number): void {
    follow.scrollsItself()
    view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(head, { y: 'center' }),
    })
  }

  return {
    setHits(hits, hitNow) {
      const isSame = hitNow?.paragraphId === shownHit?.paragraphId && hitNow?.from === shownHit?.from
      shownHit = hitNow
      const line = hitNow === null || isSame ? null : positions.lineOf(hitNow.paragraphId)
      const marks = showMarks.of({ hits, hitNow })
      if (hitNow === null || line === null) view.dispatch({ effects: marks })
      else {
        follow.scrollsItself()
        const at = Math.min(line.to, line.from + hitNow.from)
        const scroll = EditorView.scrollIntoView(at, { y: 'nearest', yMargin: HIT_MARGIN_PX })
        view.dispatch({ effects: [marks, scroll] })
      }
    },
    selectWords(fromWordId, toWordId, { focus = false } = {}) {
      const from = positions.ofWord(fromWordId, false)
      const to = positions.ofWord(toWordId, true)
      if (from === null || to === null) return
      select(from, to)
      if (focus) view.focus()
    },
    selectText(paragraphId, from, to) {
      const line = positions.lineOf(paragraphId)
      if (line === null) return
      select(Math.min(line.to, line.from + from), Math.min(line.to, line.from + to))
    },
    goToParagraph(paragraphId) {
      const line = positions.lineOf(paragraphId)
      if (line !== null) select(line.from, line.from)
    },
    goToTime(ms) {
      const at = positions.ofTime(ms)
      if (at !== null) select(at, at)
    },
    goToPlace(place) {
      const back = backToPlace(view, place)
      if (back === null) return false
      follow.scrollsItself()
      view.dispatch(back)
      return true
    },
    async nameOf(paragraphId) {
      const line = positions.lineOf(paragraphId)
      if (line === null) return null
      const find = (): HTMLElement | null =>
        view.contentDOM.querySelector(`button[data-paragraph="${CSS.escape(paragraphId)}"]`)
      if (find() === null) {
        follow.scrollsItself()
        view.dispatch({ effects: EditorView.scrollIntoView(line.from, { y: 'center' }) })
        await new Promise<void>((resolve) => {
          view.requestMeasure({ read: () => resolve() })
        })
      }
      return find()
    },
  }
}
