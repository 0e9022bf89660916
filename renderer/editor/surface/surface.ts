import type { Doubt } from '#core/doubt/reasons'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import type { LetterEdges } from './bar-place.ts'
import type { SurfaceWords } from './surface-words.ts'
import type { TextPlace } from './text-place.ts'
import type { ParagraphHits } from './text-marks.ts'

/** Where the caret is, and what is chosen. */
export interface SurfaceSelection {
  /** Of the caret's paragraph; null in a line that has none. */
  readonly paragraphId: string | null
  /** The word that the caret stands in or before. */
  readonly wordId: string | null
  /** The word that the caret stands in or right behind: the one that is being typed. */
  readonly touchedWordId: string | null
  /** First and last word of what is chosen; null where nothing is. */
  readonly range: { readonly fromWordId: string; readonly toWordId: string } | null
}

export interface SurfaceOptions {
  readonly parent: HTMLElement
  readonly session: TranscriptSession
  readonly player: Player
  readonly words: SurfaceWords
  /** The caret moved, or what is behind it changed. */
  readonly onSelection: (selection: SurfaceSelection) => void
  /** The name of a paragraph was clicked. */
  readonly onName: (paragraphId: string) => void
  readonly onSpeakerDigit: (number: number) => void
  readonly onSpeakerOnwards: () => void
  /** Enter was pressed; true where it ends a correction and makes no paragraph. */
  readonly onFinishCorrection: () => boolean
  /** Whether several paragraphs are copied with their times. */
  readonly copiesTimes: () => boolean
  /** Undo or redo could not be done. */
  readonly onFailed: (error: unknown) => void
}

export interface Surface {
  readonly selection: SurfaceSelection
  readonly hasFocus: boolean
  /** What scrolls. */
  readonly scroller: HTMLElement
  /** Puts what is selected on the clipboard, several paragraphs with who speaks. */
  copySelection(): Promise<void>
  /** Where the first and the last letter of it are, px of the window; null where nothing is selected. */
  selectionEdges(): { readonly first: LetterEdges; readonly last: LetterEdges } | null
  /** Where the person is. */
  readonly place: TextPlace
  focus(): void
  setDoubts(doubts: ReadonlyMap<string, readonly Doubt[]>): void
  setShowsChanges(shows: boolean): void
  /** Marks hits; the current one is brought into sight where it is another than before. */
  setHits(
    hits: ReadonlyMap<string, ParagraphHits>,
    now: { readonly paragraphId: string; readonly from: number } | null,
  ): void
  /** The engine still writes below. */
  setListening(listening: boolean): void
  /** Chooses words, from the first to the last, and brings them into sight. */
  selectWords(fromWordId: string, toWordId: string, options?: { readonly focus?: boolean }): void
  /** Chooses a stretch of a paragraph's text (UTF-16 units). */
  selectText(paragraphId: string, from: number, to: number): void
  /** The caret before the paragraph's first word, in sight. */
  goToParagraph(paragraphId: string): void
  /** Brings what is said at a time into sight, the caret there. */
  goToTime(ms: number): void
  /** Back to where the person was; false where those paragraphs are gone. */
  goToPlace(place: TextPlace): boolean
  /** A time between the words at the caret, with a mark that says what it is; one step. */
  insertTime(time: string): void
  /** The name in the margin, once it is in sight; null where the paragraph is gone. */
  nameOf(paragraphId: string): Promise<HTMLElement | null>
  undo(): void
  redo(): void
  /** What core does not know yet goes to it: pasted lines that wait, paragraphs whose text is deleted. */
  commitAll(): void
  close(): void
}
