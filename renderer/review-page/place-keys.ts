import type { Editor } from './editor.ts'
import { optional, type ReviewedPage } from './page-data.ts'
import type { Player } from './player.ts'
import type { ReviewState } from './review-state.ts'

interface Wired {
  readonly page: ReviewedPage
  readonly state: ReviewState
  readonly editor: Editor
  readonly player: Player | null
  readonly hearPlace: (place: number) => void
  readonly hearParagraph: (paragraph: number) => void
  readonly showProgress: () => void
}

/** Buttons and keys that go from place to place. */
export function wirePlaceKeys(document: Document, wired: Wired): { readonly open: (place: number) => void } {
  const { page, state, editor, player, hearPlace, hearParagraph, showProgress } = wired
  const { places } = page.data
  let last: number | null = null
  const open = (place: number): void => {
    last = place
    editor.open(places[place]?.paragraph ?? 0, { place })
    hearPlace(place)
  }
  /** The next that is not done, from the last one opened on; all are done: the next one. */
  const go = (step: 1 | -1): void => {
    const count = places.length
    if (count === 0) return
    const from = last ?? (step === 1 ? -1 : 0)
    const order = Array.from({ length: count }, (_, turn) => (from + step * (turn + 1) + count * 2) % count)
    open(order.find((place) => !state.isDone(place)) ?? order[0] ?? 0)
  }
  optional(document, 'next')?.addEventListener('click', () => go(1))
  optional(document, 'previous')?.addEventListener('click', () => go(-1))
  const accept = (): void => {
    const paragraph = editor.paragraph()
    if (paragraph === null) return
    const isOpen = last !== null && places[last]?.paragraph === paragraph
    if (isOpen && last !== null && state.placeNow(last) !== null) state.setRight(last, true)
    editor.close()
    showProgress()
    if (isOpen && state.doneCount() < places.length) go(1)
  }
  const hear = (): void => {
    const paragraph = editor.paragraph()
    if (player === null) return
    if (player.isPlaying()) player.toggle()
    else if (paragraph === null) player.toggle()
    else if (last !== null && places[last]?.paragraph === paragraph) hearPlace(last)
    else hearParagraph(paragraph)
  }
  document.addEventListener('keydown', (event) => {
    const { key, target } = event
    const place = target instanceof HTMLElement ? target.dataset.place : undefined
    const run =
      key === 'F8'
        ? () => go(event.shiftKey ? -1 : 1)
        : key === 'F9'
          ? hear
          : key === 'Escape' && editor.paragraph() !== null
            ? editor.close
            : key === 'Enter' && (event.ctrlKey || event.metaKey)
              ? accept
              : (key === 'Enter' || key === ' ') && place !== undefined
                ? () => open(Number(place))
                : null
    if (run === null || event.isComposing) return
    // Keys of an open dialog are its own.
    if (document.querySelector('dialog[open]') !== null) return
    event.preventDefault()
    run()
  })
  return { open }
}
