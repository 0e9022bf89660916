import type { MessageKey } from '../messages/messages.ts'
import type { SettingsSection } from './settings-sections.ts'

/** Its line on the screen of settings. */
interface Line {
  readonly section: SettingsSection
  readonly name: MessageKey
  readonly hint?: MessageKey
}

/** A line with a control that no other has; `renderer/settings/own-lines.tsx` has it. */
export type OwnLine = Pick<Line, 'section'> & { readonly control: 'own' }

/** A name that is the same in every language is given as it is. */
export type ChoiceLabel = MessageKey | { readonly asIs: string }

export type SwitchLine = Line & { readonly control: 'switch' }
export type ChoiceLine<Id extends string> = Line & {
  readonly control: 'buttons' | 'list'
  /** In the order of the screen. */
  readonly labels: Readonly<Record<Id, ChoiceLabel>>
}
/** `seconds` shows milliseconds as seconds. */
export type NumberLine =
  | (Line & { readonly control: 'seconds' })
  | (Line & {
      readonly control: 'slider'
      readonly step: number
      readonly format: Intl.NumberFormatOptions
    })

export interface Limits {
  readonly min: number
  readonly max: number
  readonly isWhole?: boolean
}

/** A preference of one value. `Other`: lines that its kind does not draw; null for none. */
export type SimplePreference<Other = OwnLine | null> =
  | { readonly kind: 'switch'; readonly initial: boolean; readonly line: SwitchLine | Other }
  | {
      readonly kind: 'choice'
      readonly initial: string
      readonly ids: readonly string[]
      readonly line: ChoiceLine<string> | Other
    }
  | {
      readonly kind: 'number'
      readonly initial: number
      readonly limits: Limits
      readonly line: NumberLine | Other
    }

/** A setting: everything that the program has to know of it. */
export type Preference =
  | SimplePreference
  /** Stored as one object. */
  | { readonly kind: 'group'; readonly members: Readonly<Record<string, SimplePreference<null>>> }
  /** Of a shape that no other has; `contracts/own-preferences.ts` has its schema. */
  | { readonly kind: 'own'; readonly initial: unknown }

export const onOff = <const Shown extends SwitchLine | OwnLine | null>(initial: boolean, line: Shown) =>
  ({ kind: 'switch', initial, line }) as const

export const choice = <const Id extends string, const Shown extends ChoiceLine<NoInfer<Id>> | OwnLine | null>(
  ids: readonly Id[],
  initial: NoInfer<Id>,
  line: Shown,
) => ({ kind: 'choice', ids, initial, line }) as const

export const number = <const Shown extends NumberLine | OwnLine | null>(
  initial: number,
  limits: Limits,
  line: Shown,
) => ({ kind: 'number', initial, limits, line }) as const

export const group = <const Members extends Readonly<Record<string, SimplePreference<null>>>>(
  members: Members,
) => ({ kind: 'group', members }) as const

export const own = <const Value>(initial: Value) => ({ kind: 'own', initial }) as const
