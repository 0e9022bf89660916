import { useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { notifiedAfterFrame } from '../ui/after-frame.ts'
import type { PlaceToCheck } from '#core/doubt/places-to-check'
import type { Surface, SurfaceSelection } from './surface/surface.ts'

export const sidePanels = ['speaking', 'check', 'details'] as const
export type SidePanelId = (typeof sidePanels)[number]

/** How far a choice of speaker reaches. */
export type Reach = 'everywhere' | 'paragraph' | 'onwards' | 'selection'

/** The question who says a paragraph, at its name. */
export interface ParagraphAsk {
  readonly paragraphId: string
  /** Null: what is typed suggests it. */
  readonly reach: Reach | null
  /** By a key, so that caret and selection count; a click on a name is about that name alone. */
  readonly isAtCaret: boolean
  readonly anchor: HTMLElement
}

/** The question who a voice is, wherever it speaks. */
export interface VoiceAsk {
  readonly speakerId: string
  readonly anchor: HTMLElement
}

export type SpeakerAsk = ParagraphAsk | VoiceAsk

/** What the parts of a recording's screen share about its text. */
export interface EditorState {
  /** Null while the text is not on the page. */
  readonly surface: Surface | null
  readonly selection: SurfaceSelection
  readonly showsChanges: boolean
  readonly speakerAsk: SpeakerAsk | null
  readonly find: 'closed' | 'find' | 'replace'
  readonly panel: SidePanelId
  /** Where the window is narrow the panel is a drawer. */
  readonly isDrawerOpen: boolean
  /** The open place of the list to check is to take the focus; once, whoever is open later. */
  readonly wantsCheckFocus: boolean
  /** The place of the list to check that was opened last; the list goes on from there when it is done. */
  readonly openPlace: PlaceToCheck | null
  /** It is being corrected in the text, where Enter means done with it. */
  readonly isCorrecting: boolean
  /** The place that was done last. */
  readonly checkedPlace: PlaceToCheck | null
}

export type EditorStore = StoreApi<EditorState>

export const noSelection: SurfaceSelection = {
  paragraphId: null,
  wordId: null,
  touchedWordId: null,
  range: null,
}

export function createEditorStore(): EditorStore {
  return createStore<EditorState>(() => ({
    surface: null,
    selection: noSelection,
    showsChanges: true,
    speakerAsk: null,
    find: 'closed',
    panel: 'speaking',
    isDrawerOpen: false,
    wantsCheckFocus: false,
    openPlace: null,
    isCorrecting: false,
    checkedPlace: null,
  }))
}

export function useEditor<Part>(store: EditorStore, part: (state: EditorState) => Part): Part {
  return useStore(store, part)
}

/** The caret and what is selected; heard of after the letter that moved it. */
export function useSelection(store: EditorStore): SurfaceSelection {
  const subscribe = useMemo(() => notifiedAfterFrame((listener) => store.subscribe(listener)), [store])
  return useSyncExternalStore(subscribe, () => store.getState().selection)
}

/** The surface tells of every key; who looks at the store hears only of another selection. */
export function selectInStore(store: EditorStore, selection: SurfaceSelection): void {
  const { selection: before } = store.getState()
  const isSame =
    before.paragraphId === selection.paragraphId &&
    before.wordId === selection.wordId &&
    before.touchedWordId === selection.touchedWordId &&
    before.range?.fromWordId === selection.range?.fromWordId &&
    before.range?.toWordId === selection.range?.toWordId
  if (!isSame) store.setState({ selection })
}

/** Asks who says the paragraph whose name was clicked. */
export function askSpeakerOf(store: EditorStore, paragraphId: string): Promise<void> {
  return askAtName(store, paragraphId, null, false)
}

/** Asks who says what is selected, or the paragraph at the caret. */
export async function askSpeakerAtCaret(store: EditorStore, reach: Reach | null): Promise<void> {
  const { paragraphId } = store.getState().selection
  if (paragraphId !== null) await askAtName(store, paragraphId, reach, true)
}

/** At the name of a paragraph, which is brought into sight. */
async function askAtName(
  store: EditorStore,
  paragraphId: string,
  reach: Reach | null,
  isAtCaret: boolean,
): Promise<void> {
  const anchor = await store.getState().surface?.nameOf(paragraphId)
  if (anchor) store.setState({ speakerAsk: { paragraphId, reach, isAtCaret, anchor } })
}

export function openPanel(store: EditorStore, panel: SidePanelId): void {
  store.setState({ panel, isDrawerOpen: true })
}

/** Opens a place of the list to check, which takes the focus; null: there is none. */
export function openPlaceToCheck(store: EditorStore, place: PlaceToCheck | null): void {
  store.setState({ openPlace: place, isCorrecting: false, wantsCheckFocus: place !== null })
}
