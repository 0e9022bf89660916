import type { BlockPlaceholder } from '#core/formats/minutes/minutes-template'

export interface MinutesChoice {
  /** Sections of the template that are omitted. */
  readonly without: readonly BlockPlaceholder[]
  readonly wholeText: boolean
  /** Whether HTML gets the sound around each item. */
  readonly soundAround: boolean
}
