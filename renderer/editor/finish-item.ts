import { itemAfter } from '#core/doubt/list-order'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { CheckItem, EditAct, ItemOutcome } from './check-item.ts'
import { changeCheck, type EditorStore, listedItems, openToCheck } from './editor-store.ts'

/** Applies what was decided about an item and opens the next one; false if its text has changed. */
export function settleItem(
  session: TranscriptSession,
  store: EditorStore,
  item: CheckItem,
  act: EditAct,
): boolean {
  const edits = act.edits(session.state.transcript, () => session.newId(), session.limits)
  if (edits.length === 0) return false
  session.apply(edits, { origin: act.origin ?? 'check', stepId: session.newId() })
  openNext(store, item, act.outcome)
  return true
}

/** Ends the correction of an item in the text: words that were not changed count as right. */
export function finishItem(session: TranscriptSession, store: EditorStore, item: CheckItem): void {
  const shown = item.show(session.state.transcript)
  const isListed = store.getState().check.items.some(({ key }) => key === item.key)
  const isRight = isListed && shown.text === item.text
  if (!isRight || !settleItem(session, store, item, shown.keep ?? shown.accept))
    openNext(store, item, 'corrected')
}

function openNext(store: EditorStore, item: CheckItem, outcome: ItemOutcome): void {
  const { check } = store.getState()
  const items = check.items.filter(({ key }) => key !== item.key)
  changeCheck(store, { items, done: [...check.done, { item, outcome }] })
  openToCheck(store, itemAfter(listedItems(store.getState().check), item, check.order))
}

/** Whether the caret is in a word of the open item while the list is shown next to the text. */
export function isInOpenItem(store: EditorStore, session: Pick<TranscriptSession, 'state'>): boolean {
  const { check, selection, panel } = store.getState()
  if (check.open?.words == null || !check.open.takesTyping || panel !== 'check') return false
  const { fromWordId, toWordId } = check.open.words
  const { paragraphs } = session.state.transcript
  const words = paragraphs.find(({ id }) => id === selection.paragraphId)?.words ?? []
  const indexOf = (wordId: string | null): number => words.findIndex(({ id }) => id === wordId)
  const [from, to] = [indexOf(fromWordId), indexOf(toWordId)]
  return (
    from >= 0 &&
    [selection.wordId, selection.touchedWordId].some((id) => indexOf(id) >= from && indexOf(id) <= to)
  )
}

/** Follows the caret: in the words of the open item a correction begins, in another paragraph it ends. */
export function followCorrection(store: EditorStore, session: Pick<TranscriptSession, 'state'>): void {
  const { check, selection, surface } = store.getState()
  const goesOn = check.isCorrecting && check.open?.words?.paragraphId === selection.paragraphId
  const corrects = goesOn || (surface?.hasFocus === true && isInOpenItem(store, session))
  if (corrects !== check.isCorrecting) changeCheck(store, { isCorrecting: corrects })
}
