import type { SourceRole } from '#core/recording/journal-entry'
import type { SourceProblem } from '../capture/open-sources.ts'

/** A source on the screen, and its input of the capture. */
export interface SourceSlot {
  /** Number of its input, and its id. */
  readonly input: number
  readonly role: SourceRole
  /**
   * What the person chose: the id of an input; null: the system's default microphone, or what the computer plays by the
   * system's own way.
   */
  readonly chosen: string | null
  /** Of the device that is open, as its system names it. */
  readonly label: string
  readonly state: 'off' | 'opening' | 'on' | 'failed'
  readonly problem: SourceProblem | null
}

export const isOn = ({ state }: SourceSlot): boolean => state === 'on'

/** Something that happened to a source's device while it was open. */
export type DeviceNews =
  | {
      readonly kind: 'replaced'
      readonly input: number
      readonly gone: string
      readonly by: string
      readonly silentMs: number
    }
  | { readonly kind: 'lost'; readonly input: number; readonly gone: string }
