import type { BlockPlaceholder } from '#core/formats/minutes/minutes-template'

export interface MinutesChoice {
  /** Sections of the form that are left out. */
  readonly without: readonly BlockPlaceholder[]
  readonly wholeText: boolean
}
