import type { TimeSpan } from '#core/transcript/time-span'
import { useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { notifiedAfterFrame } from '../ui/after-frame.ts'
import { type CheckOrder, itemByKey } from '#core/doubt/list-order'
import type { AgainScope } from '#core/second-opinion/again-scope'
import type { Difference } from '#core/second-opinion/difference'
import type { AlignedPassages } from './aligned/use-aligned-passages.ts'
import type { CheckItem, CheckReasonId, ItemOutcome } from './check-item.ts'
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
  /** Those that are not settled; null until they are found. */
  readonly differences: readonly Difference[] | null
}

/** The list to check. */
export interface CheckState {
  /** All of its items so far, in no order. */
  readonly items: readonly CheckItem[]
  /** Whether items of some reason are still searched for. */
  readonly isLooking: boolean
  /** Whether voices can be compared, so that it can be asked who speaks. */
  readonly hasVoices: boolean
  /** Number of places that are wrong less often than one time in three, which the list leaves out. */
  readonly lessLikely: number
  readonly order: CheckOrder
  /** The reasons that are listed; null: all. */
  readonly only: ReadonlySet<CheckReasonId> | null
  /** Whether less likely items are listed too: wanted always, or of the reasons that a command asked for. */
  readonly withLess: boolean
  readonly isAskedFor: boolean
  /** The last opened item, from which the list continues once it is done. */
  readonly open: CheckItem | null
  /** True while it is being corrected in the text, where Enter finishes it. */
  readonly isCorrecting: boolean
  /** Whether the open item takes the focus; applies once, including to an item opened later. */
  readonly wantsFocus: boolean
  /** Those finished in this window, newest last. */
  readonly done: readonly DoneItem[]
  /** A limited time, and the items chosen for it; null: none. */
  readonly timed: TimedItems | null
  /** Of an aligned text: why speech that it lacks cannot be listed; null for another transcript. */
  readonly aligned: Pick<AlignedPassages, 'isGone' | 'error'> | null
}

export interface TimedItems {
  /** When the time is up, in ms as `Date.now`. */
  readonly untilMs: number
  readonly keys: ReadonlySet<string>
  /** Number of items that they were chosen from. */
  readonly of: number
}

export interface DoneItem {
  readonly item: CheckItem
  readonly outcome: ItemOutcome
}

export type SpeakerPrompt = ParagraphPrompt | VoicePrompt

/** State shared by the parts of a recording's screen that concern its text. */
export interface EditorState {
  /** Null while the text is not on the page. */
  readonly surface: Surface | null
  readonly selection: SurfaceSelection
  readonly showsChanges: boolean
  /** The mode Cut: keys strike words, whose sound is left out of the cut, and the text stays as it is. */
  readonly isCutting: boolean
  /** A time in the cut that was last at the caret or the position, in ms; null: none was. */
  readonly cutAtMs: number | null
  /** Of which what is kept is played once the mode Cut is on. */
  readonly toPlay: TimeSpan | null
  readonly speakerPrompt: SpeakerPrompt | null
  readonly find: 'closed' | 'find' | 'replace'
  readonly panel: SidePanelId
  /** Shows the transcript as plain pages, instead of the editable text. */
  readonly isReading: boolean
  /** In a narrow window the panel is a drawer. */
  readonly isDrawerOpen: boolean
  readonly check: CheckState
  readonly againPrompt: AgainPrompt | null
  /** The part of the recording of which a clip is made; null: of none. */
  readonly clipPrompt: TimeSpan | null
  /** Its differences are in the list to check. */
  readonly comparing: Comparing | null
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
    isCutting: false,
    cutAtMs: null,
    toPlay: null,
    speakerPrompt: null,
    find: 'closed',
    panel,
    isReading: false,
    isDrawerOpen: false,
    check: {
      items: [],
      isLooking: true,
      hasVoices: true,
      lessLikely: 0,
      order: 'likeliest',
      only: null,
      withLess: false,
      isAskedFor: false,
      open: null,
      isCorrecting: false,
      wantsFocus: false,
      done: [],
      timed: null,
      aligned: null,
    },
    againPrompt: null,
    clipPrompt: null,
    comparing: null,
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

/** Compares a second text with the transcript: its differences are listed to check, or shown in columns. */
export function compareWith(store: EditorStore, text: ComparedText, isSideBySide = false): void {
  store.setState({
    comparing: { text, isSideBySide, withWriting: false, differences: null },
    find: 'closed',
    panel: 'check',
    // As a drawer, the panel would cover both texts.
    isDrawerOpen: !isSideBySide,
  })
  listOnly(store, 'model')
}

/** Ends the comparison with a second text. */
export function endComparing(store: EditorStore): void {
  store.setState({ comparing: null })
  listAll(store)
}

/** Lists the questions about who speaks, with the focus in the first. */
export function reviewSpeakers(store: EditorStore): void {
  openPanel(store, 'check')
  store.setState({ find: 'closed' })
  listOnly(store, 'speaker')
}

export function changeComparing(store: EditorStore, changes: Partial<Comparing>): void {
  const { comparing } = store.getState()
  if (comparing !== null) store.setState({ comparing: { ...comparing, ...changes } })
}

export function changeCheck(store: EditorStore, changes: Partial<CheckState>): void {
  store.setState(({ check }) => ({ check: { ...check, ...changes } }))
}

/** Lists everything of one reason, as a command asked for it; its first item takes the focus. */
function listOnly(store: EditorStore, reason: CheckReasonId): void {
  const all = { only: new Set([reason]), isAskedFor: true, timed: null }
  changeCheck(store, { ...all, open: null, isCorrecting: false, wantsFocus: true })
}

/** Lists every reason again. */
export function listAll(store: EditorStore): void {
  changeCheck(store, { only: null, isAskedFor: false, timed: null, open: null, isCorrecting: false })
}

/** Opens an item of the list and gives it the focus; null if there is none. */
export function openToCheck(store: EditorStore, item: CheckItem | null): void {
  changeCheck(store, { open: item, isCorrecting: false, wantsFocus: item !== null })
}

/** The items that are listed: of the chosen reasons, and of a limited time only those chosen for it. */
export function listedItems({ items, only, withLess, isAskedFor, timed }: CheckState): readonly CheckItem[] {
  return items.filter(
    ({ reason, key, isLikely }) =>
      (isLikely || withLess || isAskedFor) && (only?.has(reason) ?? true) && (timed?.keys.has(key) ?? true),
  )
}

/** An open item that left the list was corrected in the text. */
function leaveCorrected(store: EditorStore): void {
  const { open, items, done } = store.getState().check
  const isLeft = open !== null && !items.some(({ key }) => key === open.key)
  if (!isLeft || done.at(-1)?.item.key === open.key) return
  changeCheck(store, { done: [...done, { item: open, outcome: 'corrected' }] })
}

/** Opens the next or previous item of the list; while it is searched for, the first that is found. */
export function goToCheck(store: EditorStore, step: 1 | -1, atMs: number): void {
  leaveCorrected(store)
  const { check: before } = store.getState()
  // What a command or a limited time asked for is done: the key goes on in the whole list.
  if (!before.isLooking && before.only !== null && listedItems(before).length === 0) listAll(store)
  const { check } = store.getState()
  const next = itemByKey(listedItems(check), check.order, step, { open: check.open, atMs })
  openPanel(store, 'check')
  store.setState({ find: 'closed' })
  openToCheck(store, next)
  // What is listed may be a moment old: what comes in then takes the focus too.
  changeCheck(store, { wantsFocus: true })
}
