import type { SourceRole } from '#core/recording/journal-entry'
import type { SourceProblem } from '../capture/open-sources.ts'

/** A source on the screen, and its input in the capture. */
export interface SourceSlot {
  /** Number of its input, and its id. */
  readonly input: number
  readonly role: SourceRole
  /**
   * The person's choice: the id of an input; null: the system's default microphone, or the computer's sound
   * by the system's own method.
   */
  readonly chosen: string | null
  /** Label of the open device, as named by its system. */
  readonly label: string
  readonly state: 'off' | 'opening' | 'on' | 'failed'
  readonly problem: SourceProblem | null
}

export const isOn = ({ state }: SourceSlot): boolean => state === 'on'

/** A change of a source's device while it was open. */
export type DeviceNews =
  | {
      readonly kind: 'replaced'
      readonly input: number
      readonly gone: string
      readonly by: string
      readonly silentMs: number
    }
  | { readonly kind: 'lost'; readonly input: number; readonly gone: string }
