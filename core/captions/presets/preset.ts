import type { ProgramLanguage } from '../../language/program-language.ts'
import type { CaptionNames } from '../../transcript/caption-settings.ts'
import type { CaptionRules } from '../caption-rules.ts'

/** A set of caption rules by name. Each has its own file and an entry in `all-presets.ts`. */
export interface Preset {
  readonly id: string
  /** Its name in each language of the user interface. @param language as in `rulesFor` */
  readonly label: (language: string) => Readonly<Record<ProgramLanguage, string>>
  /** Frames per second if the medium's own are unknown; null if the rules do not count in frames. */
  readonly frameRate: number | null
  /** Default for speaker names in the text of formats that cannot contain them otherwise. */
  readonly names: CaptionNames
  /** @param language ISO 639-1, with or without a region */
  readonly rulesFor: (language: string) => CaptionRules
}
