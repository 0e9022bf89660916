import type { MessageKey } from '#core/messages/messages'
import type { Terminal } from '../../terminal/terminal.ts'

/** What a part works with. */
export interface Trial {
  /** Temporary, of this part and those before it. */
  readonly folder: string
  readonly terminal: Terminal
  readonly signal: AbortSignal
}

export type Outcome =
  | { readonly state: 'passed'; readonly more: string }
  | { readonly state: 'not-tried'; readonly why: string }

/** A part of the program that is tried. */
export interface SelfTestPart {
  readonly name: MessageKey
  /** Rejects if it does not work. */
  readonly run: (trial: Trial) => Promise<Outcome>
}

/** A part does not work; the message is in the person's language and names nobody. */
export class PartFailed extends Error {}
