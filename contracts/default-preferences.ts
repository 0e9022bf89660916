import type { Preference } from '#core/preferences/preference'
import { preferences } from '#core/preferences/preferences'

type InitialOf<Of> = Of extends { readonly kind: 'switch' }
  ? boolean
  : Of extends { readonly kind: 'choice'; readonly ids: readonly (infer Id)[] }
    ? Id
    : Of extends { readonly members: infer Members }
      ? { [Name in keyof Members]: InitialOf<Members[Name]> }
      : Of extends { readonly initial: infer Value }
        ? Value
        : never

const initialOf = (preference: Preference): unknown =>
  preference.kind === 'group' ? initialValues(preference.members) : preference.initial

const initialValues = <Named extends Readonly<Record<string, Preference>>>(named: Named) =>
  Object.fromEntries(Object.entries(named).map(([name, one]) => [name, initialOf(one)])) as {
    readonly [Name in keyof Named]: InitialOf<Named[Name]>
  }

/** Defaults for all preferences; without zod, so that the page can load them immediately. */
export const defaultPreferences = initialValues(preferences)
