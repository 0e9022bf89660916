import type { CaptionNames } from '../../transcript/caption-settings.ts'
import type { CaptionRules } from '../caption-rules.ts'

/** A set of caption rules by name. Each has its own file and an entry in `presets.ts`. */
export interface Preset {
  readonly id: string
  /** Frames a second where the medium's own are not known; null where the rules do not count in frames. */
  readonly frameRate: number | null
  /** Speaker names in the text of formats that cannot hold them otherwise, unless the person chooses. */
  readonly names: CaptionNames
  /** @param language ISO 639-1, with or without a region */
  readonly rulesFor: (language: string) => CaptionRules
}
