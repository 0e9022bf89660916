import type { Doubt } from '#core/doubt/reasons'
import type { Speaker } from '#core/transcript/transcript'

/** The surface's texts in the language of the program. */
export interface SurfaceWords {
  /** Accessible name of the text. */
  readonly transcript: string
  readonly scroller: string
  /**
   * Label of words changed by a person; `recognized`: the recognized text before, empty if there was none.
   */
  changed(recognized: string): string
  /** Displayed names by speaker id. */
  speakerNames(speakers: readonly Speaker[]): ReadonlyMap<string, string>
  /** Label of a speaker without a name, by number from 1. */
  speakerLabel(number: number): string
  /** Label of a paragraph without a speaker. */
  readonly nobody: string
  /** Label of the button in the margin: `Speaker: Nora, 12:04`. */
  speakerButton(name: string, time: string): string
  /** Why a doubted span should be checked. */
  reasons(doubt: Doubt): string
  /** Label of commented words. */
  comments(texts: readonly string[]): string
  /** Label of words outside of the kept part of a trimmed recording. */
  readonly outside: string
  /** Label of words that leave the library as a placeholder. */
  redacted(placeholder: string): string
  /** Label of words that are cut from the sound. */
  readonly cut: string
  /** Label of a word next to which redacted words were removed. */
  readonly silent: string
  /** Label of words that a person omitted from captions. */
  readonly leftOut: string
  /** Label of fillers that captions and exports omit. */
  readonly filler: string
  /** Label of words that captions and exports write in digits, with the written form. */
  number(written: string): string
  /** Shown below the last line while the engine is writing: two lines. */
  readonly listening: string
}
