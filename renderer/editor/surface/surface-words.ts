import type { DoubtReason } from '#core/doubt/reasons'
import type { Speaker } from '#core/transcript/transcript'

/** What the surface says, in the program's language. */
export interface SurfaceWords {
  /** Name of the text for screen readers. */
  readonly transcript: string
  readonly scroller: string
  /** Of words that a person changed; `heard`: what stood there before, empty where nothing did. */
  changed(heard: string): string
  /** Ids to names, as they are shown. */
  speakerNames(speakers: readonly Speaker[]): ReadonlyMap<string, string>
  /** A speaker without a name, by number from 1. */
  speakerLabel(number: number): string
  /** A paragraph of which nobody knows who said it. */
  readonly nobody: string
  /** Of the button in the margin: `Speaker: Nora, 12:04`. */
  speakerButton(name: string, time: string): string
  reasons(reasons: readonly DoubtReason[]): string
  /** Below the last line while the engine still writes: two lines. */
  readonly listening: string
}
