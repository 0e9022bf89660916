import type { Doubt } from '#core/doubt/reasons'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Player } from '../../sound/player/player.ts'
import type { LetterEdges } from './bar-place.ts'
import type { ChapterHeading } from './chapter-headings.ts'
import type { SurfaceWords } from './surface-words.ts'
import type { ClipStore } from './copied-words.ts'
import type { PauseChip } from './pause-chips.ts'
import type { TextPlace } from './text-place.ts'
import type { CommentedSpan, ParagraphHits } from './text-marks.ts'

/** Caret position and selection. */
export interface SurfaceSelection {
  /** The caret's paragraph; null on a line without one. */
  readonly paragraphId: string | null
  /** The word that contains the caret or follows it. */
  readonly wordId: string | null
  /** The word that contains the caret or ends at it: the one being typed. */
  readonly touchedWordId: string | null
  /** First and last selected word; null without a selection. */
  readonly range: { readonly fromWordId: string; readonly toWordId: string } | null
}

/** The mode Cut, in which the text stays as it is. */
export interface CuttingActions {
  /** Strikes these words, or restores them; null: those that are selected, or the one at the caret. */
  readonly strike: (range: { readonly fromWordId: string; readonly toWordId: string } | null) => void
  /** Something was typed or pasted, which changes nothing. */
  readonly onTyped: () => void
}

export interface SurfaceOptions {
  readonly parent: HTMLElement
  readonly session: TranscriptSession
  readonly player: Player
  readonly words: SurfaceWords
  /** The caret moved, or the paragraph or word at it changed. */
  readonly onSelection: (selection: SurfaceSelection) => void
  /** The name of a paragraph was clicked. */
  readonly onName: (paragraphId: string) => void
  readonly onSpeakerDigit: (number: number) => void
  readonly onSpeakerOnwards: () => void
  /** Enter was pressed; returns true if it ends a correction and must not split the paragraph. */
  readonly onFinishCorrection: () => boolean
  /** Takes part in what keys and other input do in the mode Cut; null in the mode Text. */
  readonly cutting: () => CuttingActions | null
  /** Whether several paragraphs are copied with their times. */
  readonly copiesTimes: () => boolean
  /** Keys for undo or redo. */
  readonly onHistory: (way: 'undo' | 'redo') => void
  /** Copied redacted words, for any window of the library. */
  readonly clips: ClipStore
  /** Undo, redo or a paste failed. */
  readonly onFailed: (error: unknown) => void
}

export interface Surface {
  readonly selection: SurfaceSelection
  readonly hasFocus: boolean
  /** The scrolling element. */
  readonly scroller: HTMLElement
  /** Copies the selection to the clipboard, several paragraphs with speaker names. */
  copySelection(): Promise<void>
  /** Edges of the first and last selected letter, px of the window; null without a selection. */
  selectionEdges(): { readonly first: LetterEdges; readonly last: LetterEdges } | null
  /** The user's current place. */
  readonly place: TextPlace
  focus(): void
  setDoubts(doubts: ReadonlyMap<string, readonly Doubt[]>): void
  /** Marks commented words, by the id of their paragraph. */
  setComments(comments: ReadonlyMap<string, readonly CommentedSpan[]>): void
  setShowsChanges(shows: boolean): void
  /** Shows the recording's moments in the margin: their times in ms, in order. */
  setMoments(times: readonly number[]): void
  /** Shows the titles of chapters above the paragraphs in which they begin, in order of time. */
  setChapters(chapters: readonly ChapterHeading[]): void
  /** Shows pauses as buttons, by the id of the paragraph of the word before each. */
  setPauses(pauses: ReadonlyMap<string, readonly PauseChip[]>, onPress: (id: string) => void): void
  /** Outlines the words of the cut whose edges can be moved. */
  setChosenCut(cut: TimeSpan | null): void
  /** Dims what is outside of the kept part of a trimmed recording. */
  setPart(part: TimeSpan | null): void
  /** Highlights hits; scrolls to the current one if it changed. */
  setHits(
    hits: ReadonlyMap<string, ParagraphHits>,
    now: { readonly paragraphId: string; readonly from: number } | null,
  ): void
  /** Whether the engine is still writing below. */
  setListening(listening: boolean): void
  /** Selects words from the first to the last and scrolls to them. */
  selectWords(fromWordId: string, toWordId: string, options?: { readonly focus?: boolean }): void
  /** Selects a range of a paragraph's text (UTF-16 units). */
  selectText(paragraphId: string, from: number, to: number): void
  /** Puts the caret before the paragraph's first word and scrolls to it. */
  goToParagraph(paragraphId: string): void
  /** Moves the caret to the word at a time and scrolls to it. */
  goToTime(ms: number): void
  /** Returns to the user's place; false if its paragraphs were removed. */
  goToPlace(place: TextPlace): boolean
  /** Inserts a time between the words at the caret, marked as a time; one undo step. */
  insertTime(time: string): void
  /** The name in the margin, once it is in view; null if the paragraph was removed. */
  nameOf(paragraphId: string): Promise<HTMLElement | null>
  /** Undoes a step of the text. A failure is passed to `onFailed`. */
  undo(): Promise<void>
  redo(): Promise<void>
  /** Sends core everything pending: pasted lines that wait, deletions of paragraphs whose text was deleted. */
  commitAll(): void
  close(): void
}
