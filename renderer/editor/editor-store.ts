import { useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { notifiedAfterFrame } from '../ui/after-frame.ts'
import type { PlaceToCheck } from '#core/doubt/places-to-check'
import type { AgainScope } from '#core/second-opinion/again-scope'
import type { Surface, SurfaceSelection } from './surface/surface.ts'

export const sidePanels = ['voices', 'check', 'notes', 'details'] as const
export type SidePanelId = (typeof sidePanels)[number]

/** Which paragraphs a choice of speaker applies to. */
export type SpeakerScope = 'everywhere' | 'paragraph' | 'onwards' | 'selection'

/** A request to choose a paragraph's speaker, shown at its name. */
export interface ParagraphPrompt {
  readonly paragraphId: string
  /** Null: suggested from the typed text. */
  readonly scope: SpeakerScope | null
  /**
   * True if opened by a key, so that caret and selection count; a click on a name concerns only that
   * paragraph.
   */
  readonly isAtCaret: boolean
  readonly anchor: HTMLElement
}

/** A request to name a speaker in the whole recording. */
export interface VoicePrompt {
  readonly speakerId: string
  readonly anchor: HTMLElement
}

/** A request to recognize a part again: the offered scopes, and the one chosen initially. */
export interface AgainPrompt {
  readonly scopes: readonly AgainScope[]
  readonly first: AgainScope['kind']
}

/** A second text compared with the transcript: made by a job, or another transcript of the recording. */
export type ComparedText =
  | { readonly kind: 'job'; readonly jobId: string }
  | { readonly kind: 'transcript'; readonly transcriptId: string; readonly name: string }

/** How a second text is shown. */
export interface Comparing {
  readonly text: ComparedText
  /** Shows both texts in columns, instead of the editable text. */
  readonly isSideBySide: boolean
  /** Includes differences in capitals and punctuation. */
  readonly withWriting: boolean
  /** The open difference; null: the first one. */
  readonly openKey: string | null
  /** Whether the open difference takes the focus; applies once. */
  readonly wantsFocus: boolean
}

/** The review of who speaks. */
export interface SpeakerReview {
  /** The open question; null: the first one. */
  readonly openKey: string | null
  /** Whether the open question takes the focus; applies once. */
  readonly wantsFocus: boolean
}

export type SpeakerPrompt = ParagraphPrompt | VoicePrompt

/** State shared by the parts of a recording's screen that concern its text. */
export interface EditorState {
  /** Null while the text is not on the page. */
  readonly surface: Surface | null
  readonly selection: SurfaceSelection
  readonly showsChanges: boolean
  readonly speakerPrompt: SpeakerPrompt | null
  readonly find: 'closed' | 'find' | 'replace'
  readonly panel: SidePanelId
  /** Shows the transcript as plain pages, instead of the editable text. */
  readonly isReading: boolean
  /** In a narrow window the panel is a drawer. */
  readonly isDrawerOpen: boolean
  /** Whether the open place to check takes the focus; applies once, including to a place opened later. */
  readonly wantsCheckFocus: boolean
  /** The last opened place to check, from which the list continues once it is done. */
  readonly openPlace: PlaceToCheck | null
  /** True while it is being corrected in the text, where Enter finishes it. */
  readonly isCorrecting: boolean
  /** The last finished place. */
  readonly checkedPlace: PlaceToCheck | null
  readonly againPrompt: AgainPrompt | null
  /** Shown in the panel's list to check. */
  readonly comparing: Comparing | null
  /** Shown in the panel of voices. */
  readonly speakerReview: SpeakerReview | null
}

export type EditorStore = StoreApi<EditorState>

export const noSelection: SurfaceSelection = {
  paragraphId: null,
  wordId: null,
  touchedWordId: null,
  range: null,
}

/** @param panel the one open initially */
export function createEditorStore(panel: SidePanelId = 'voices'): EditorStore {
  return createStore<EditorState>(() => ({
    surface: null,
    selection: noSelection,
    showsChanges: true,
    speakerPrompt: null,
    find: 'closed',
    panel,
    isReading: false,
    isDrawerOpen: false,
    wantsCheckFocus: false,
    openPlace: null,
    isCorrecting: false,
    checkedPlace: null,
    againPrompt: null,
    comparing: null,
    speakerReview: null,
  }))
}

export function useEditor<Part>(store: EditorStore, part: (state: EditorState) => Part): Part {
  return useStore(store, part)
}

/** Caret and selection; updated after the keystroke that moved them is drawn. */
export function useSelection(store: EditorStore): SurfaceSelection {
  const subscribe = useMemo(() => notifiedAfterFrame((listener) => store.subscribe(listener)), [store])
  return useSyncExternalStore(subscribe, () => store.getState().selection)
}

/** The surface reports every keystroke; the store changes only if the selection does. */
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

/** Asks who speaks in the paragraph whose name was clicked. */
export function askSpeakerOf(store: EditorStore, paragraphId: string): Promise<void> {
  return askAtName(store, paragraphId, null, false)
}

/** Asks who speaks in the selection, or in the paragraph at the caret. */
export async function askSpeakerAtCaret(store: EditorStore, scope: SpeakerScope | null): Promise<void> {
  const { paragraphId } = store.getState().selection
  if (paragraphId !== null) await askAtName(store, paragraphId, scope, true)
}

/** Opens the choice at the name of a paragraph, after scrolling it into view. */
async function askAtName(
  store: EditorStore,
  paragraphId: string,
  scope: SpeakerScope | null,
  isAtCaret: boolean,
): Promise<void> {
  const anchor = await store.getState().surface?.nameOf(paragraphId)
  if (anchor) store.setState({ speakerPrompt: { paragraphId, scope, isAtCaret, anchor } })
}

export function openPanel(store: EditorStore, panel: SidePanelId): void {
  store.setState({ panel, isDrawerOpen: true })
}

/** Shows a second text next to the transcript. */
export function compareWith(store: EditorStore, text: ComparedText, isSideBySide = false): void {
  const comparing = { text, isSideBySide, withWriting: false, openKey: null, wantsFocus: true }
  // As a drawer, the panel would cover both texts.
  store.setState({ comparing, panel: 'check', isDrawerOpen: !isSideBySide, find: 'closed' })
}

/** Shows the review of who speaks next to the transcript, with the focus in its open question. */
export function reviewSpeakers(store: EditorStore): void {
  const speakerReview = { openKey: store.getState().speakerReview?.openKey ?? null, wantsFocus: true }
  store.setState({ speakerReview, panel: 'voices', isDrawerOpen: true, find: 'closed' })
}

export function changeSpeakerReview(store: EditorStore, changes: Partial<SpeakerReview>): void {
  const { speakerReview } = store.getState()
  if (speakerReview !== null) store.setState({ speakerReview: { ...speakerReview, ...changes } })
}

export function changeComparing(store: EditorStore, changes: Partial<Comparing>): void {
  const { comparing } = store.getState()
  if (comparing !== null) store.setState({ comparing: { ...comparing, ...changes } })
}

/** Opens a place to check and gives it the focus; null if there is none. */
export function openPlaceToCheck(store: EditorStore, place: PlaceToCheck | null): void {
  store.setState({ openPlace: place, isCorrecting: false, wantsCheckFocus: place !== null })
}
