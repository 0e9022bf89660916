import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ActionValue, Moment, MomentKind } from '#core/moments/moment'
import { momentText, withKind } from '#core/moments/moment'
import type { NoteFilter } from './note-filter.ts'
import type { MomentChanges } from './use-moments.ts'

/** A moment that is being written or changed. */
export interface MomentDraft {
  readonly moment: Moment
  /** Who and until when, kept while another kind is chosen. */
  readonly action: ActionValue
  readonly isNew: boolean
  /** Its state when it was opened. */
  readonly original: Moment
  /** What had the focus before. */
  readonly returnTo: Element | null
}

export interface MomentState {
  readonly draft: MomentDraft | null
  /** Whether the field of the draft takes the focus; applies once. */
  readonly wantsFocus: boolean
  /** Whether the list of notes is visible, in which the draft is open. */
  readonly isListed: boolean
  readonly filter: NoteFilter
}

/** Moment drafts of a recording; kept when its views change. */
export type MomentStore = StoreApi<MomentState>

export function createMomentStore(): MomentStore {
  return createStore<MomentState>(() => ({ draft: null, wantsFocus: false, isListed: false, filter: 'all' }))
}

export function useMomentState<Part>(store: MomentStore, part: (state: MomentState) => Part): Part {
  return useStore(store, part)
}

/** Opens a moment; one that is open is kept first. */
export function beginMoment(
  store: MomentStore,
  changes: Pick<MomentChanges, 'set'>,
  moment: Moment,
  isNew: boolean,
): void {
  const returnTo = store.getState().draft?.returnTo ?? document.activeElement
  keepDraft(store, changes)
  const none: ActionValue = { text: '', who: '', until: '' }
  const action = moment.kind === 'action' ? moment.value : none
  store.setState({ draft: { moment, action, isNew, original: moment, returnTo }, wantsFocus: true })
}

/** Ends editing and saves what changed; reopened if that fails, unless another one is open by then. @returns the step of undo; null if nothing changed */
export function keepDraft(store: MomentStore, changes: Pick<MomentChanges, 'set'>): string | null {
  const { draft } = store.getState()
  endDraft(store)
  if (draft === null) return null
  const { moment, original, isNew } = draft
  const isChanged = isNew || JSON.stringify(moment) !== JSON.stringify(original)
  const reopen = (): void => {
    if (store.getState().draft === null) store.setState({ draft })
  }
  return isChanged ? changes.set(moment, reopen) : null
}

export function setKind(store: MomentStore, kind: MomentKind): void {
  change(store, ({ moment, ...draft }) => {
    const changed = withKind(moment, kind)
    if (changed.kind !== 'action') return { ...draft, moment: changed }
    return { ...draft, moment: { ...changed, value: { ...draft.action, text: momentText(moment) } } }
  })
}

export function setText(store: MomentStore, text: string): void {
  change(store, ({ moment, ...draft }) =>
    moment.kind === 'action'
      ? { ...draft, moment: { ...moment, value: { ...moment.value, text } } }
      : { ...draft, moment: { ...moment, value: text } },
  )
}

export function setActionPart(store: MomentStore, part: 'who' | 'until', typed: string): void {
  change(store, ({ moment, ...draft }) => {
    if (moment.kind !== 'action') return { ...draft, moment }
    const value = { ...moment.value, [part]: typed }
    return { ...draft, action: value, moment: { ...moment, value } }
  })
}

export function setTime(store: MomentStore, atMs: number): void {
  change(store, (draft) => ({ ...draft, moment: { ...draft.moment, atMs } }))
}

/** Ends editing without saving. @returns the draft; null if there was none */
export function endDraft(store: MomentStore): Moment | null {
  const { draft } = store.getState()
  store.setState({ draft: null, wantsFocus: false })
  return draft?.moment ?? null
}

function change(store: MomentStore, by: (draft: MomentDraft) => MomentDraft): void {
  const { draft } = store.getState()
  if (draft !== null) store.setState({ draft: by(draft) })
}
