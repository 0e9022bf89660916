import { setMarkEdit } from '#core/edits/kinds/set-mark'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { type EditorStore, openPlaceToCheck } from '../editor-store.ts'
import { type CheckOrder, isAboutSpeaker, type PlaceToCheck, placeAfter } from '#core/doubt/places-to-check'

/** Finishes a place in the list (an unchanged place is accepted as correct) and opens the next one. */
export function finishPlace(
  session: TranscriptSession,
  store: EditorStore,
  places: readonly PlaceToCheck[],
  place: PlaceToCheck,
  order: CheckOrder,
): void {
  if (places.some(({ key }) => key === place.key)) {
    const { fromWordId, toWordId } = place.doubt
    const id = session.newId()
    // Confirming the speaker of a turn does not check its words.
    const kind = isAboutSpeaker(place.doubt) ? ('speaker-checked' as const) : ('accepted' as const)
    const mark = { id: `${id}.0`, kind, fromWordId, toWordId, value: null }
    session.apply([setMarkEdit(session.state.transcript, { id, mark })], { origin: 'check' })
  }
  store.setState({ checkedPlace: place })
  openPlaceToCheck(store, placeAfter(places, place, order))
}

/** Whether the caret is in a word of the open place while the list is shown next to the text. */
export function isInOpenPlace(store: EditorStore, session: Pick<TranscriptSession, 'state'>): boolean {
  const { openPlace, selection, panel } = store.getState()
  if (openPlace === null || panel !== 'check') return false
  const { paragraphs } = session.state.transcript
  const words = paragraphs.find(({ id }) => id === selection.paragraphId)?.words ?? []
  const indexOf = (wordId: string | null): number => words.findIndex(({ id }) => id === wordId)
  const from = indexOf(openPlace.doubt.fromWordId)
  const to = indexOf(openPlace.doubt.toWordId)
  return (
    from >= 0 &&
    [selection.wordId, selection.touchedWordId].some((id) => indexOf(id) >= from && indexOf(id) <= to)
  )
}

/** Follows the caret: in the words of the open place a correction begins, in another paragraph it ends. */
export function followCorrection(store: EditorStore, session: Pick<TranscriptSession, 'state'>): void {
  const { isCorrecting, openPlace, selection, surface } = store.getState()
  const goesOn = isCorrecting && openPlace?.paragraphId === selection.paragraphId
  const corrects = goesOn || (surface?.hasFocus === true && isInOpenPlace(store, session))
  if (corrects !== isCorrecting) store.setState({ isCorrecting: corrects })
}
