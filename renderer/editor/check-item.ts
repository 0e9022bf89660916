import type { Edit } from '#core/edits/edit'
import type { EditLimits } from '#core/edits/times'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'

/** Why an item is in the list to check: a file each in `renderer/check/reasons/`. */
export type CheckReasonId =
  | 'proposed'
  | 'unsure'
  | 'model'
  | 'speaker'
  | 'unspoken'
  | 'unwritten'
  | 'term'
  | 'join'
  | 'join-words'

/** Something in a transcript that a person should check. */
export interface CheckItem extends TimeSpan {
  /** Unique in the list, and stable while the item is. */
  readonly key: string
  readonly reason: CheckReasonId
  /** Its words when it was found. */
  readonly text: string
  /** How likely something is wrong there, 0 to 1. */
  readonly likelihood: number
  /** Listed by default; the others only for those who want less likely errors too. */
  readonly isLikely: boolean
  /** The words that it is about, of one paragraph; null: it is about a gap or about voices. */
  readonly words: ItemWords | null
  /** Whether typed letters replace the words. */
  readonly takesTyping: boolean
  /** How it looks in the present transcript, where its words may have changed since it was found. */
  show(transcript: Transcript): ShownItem
}

export interface ItemWords {
  readonly paragraphId: string
  readonly fromWordId: string
  readonly toWordId: string
}

export interface ShownItem<Act extends ItemAct = EditAct> {
  /** Why it may be wrong, in short sentences; a row has the first only. */
  readonly why: readonly string[]
  /** Its present words. */
  readonly text: string
  /** Read out as its name. */
  readonly name: string
  readonly lines: readonly ItemLine[]
  /** More evidence, in sentences, while it is open. */
  readonly grounds?: readonly string[]
  /** What is played, in turn; omitted: the item and a little around it. */
  readonly sounds?: readonly ItemSound[]
  /** Done by Enter and the one filled button. */
  readonly accept: Act
  /** Done by Delete: the text stays; omitted if that is what `accept` does. */
  readonly keep?: Act
  readonly choices?: readonly ItemChoice<Act>[]
}

/** A part of the recording that is played. */
export interface ItemSound extends TimeSpan {
  /** Without what is cut of it. */
  readonly isOfCut?: boolean
}

/** A line of an item: text with marked parts, and a label before it. */
export interface ItemLine {
  readonly label?: string
  readonly parts: readonly ItemPart[]
}

/** `gone`: would be removed; `came`: would be added; `voice`: a speaker's name in their color. */
export interface ItemPart {
  readonly text: string
  readonly tone?: 'doubt' | 'hit' | 'gone' | 'came' | 'nothing' | 'voice'
  /** Of a speaker's name: the number of the color. */
  readonly voice?: number
}

export interface ItemAct {
  /** Names the result: "Right as it is", "It is Margaret". */
  readonly label: string
  /** A figure of the result, and whether nothing is wrong then. */
  readonly figure?: { readonly text: string; readonly isGood: boolean }
}

export type ItemChoice<Act extends ItemAct = EditAct> = Act & {
  readonly id: string
  /** The digit or letter that chooses it, of an item that takes no typing. */
  readonly key?: string
  readonly voice?: number
}

/** What became of an item. */
export type ItemOutcome = 'right' | 'corrected' | 'kept'

export interface EditAct extends ItemAct {
  readonly outcome: ItemOutcome
  /** What tells its edits from others to those who watch changes; omitted: `check`. */
  readonly origin?: 'opinion'
  /** One step of undo; empty if the text has changed, so that nothing can be done. */
  edits(transcript: Transcript, newId: () => string, limits: EditLimits): readonly Edit[]
}
