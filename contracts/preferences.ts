import { z } from 'zod'
import type { Preference, SimplePreference } from '#core/preferences/preference'
import { type PreferenceName, preferences } from '#core/preferences/preferences'
import { ownPreferences } from './own-preferences.ts'

type Known = typeof preferences

type SchemaOf<Of> = Of extends { readonly kind: 'switch' }
  ? z.ZodDefault<z.ZodBoolean>
  : Of extends { readonly kind: 'number' }
    ? z.ZodDefault<z.ZodNumber>
    : Of extends { readonly kind: 'choice'; readonly ids: readonly (infer Id extends string)[] }
      ? z.ZodDefault<z.ZodEnum<{ [One in Id]: One }>>
      : Of extends { readonly members: infer Members }
        ? z.ZodPrefault<z.ZodObject<{ -readonly [Name in keyof Members]: SchemaOf<Members[Name]> }>>
        : never

type OwnName = {
  [Name in PreferenceName]: Known[Name] extends { readonly kind: 'own' } ? Name : never
}[PreferenceName]

/** A preference of kind `own` without a schema is a type error. */
type Shape = { -readonly [Name in Exclude<PreferenceName, OwnName>]: SchemaOf<Known[Name]> } & {
  [Name in OwnName]: (typeof ownPreferences)[Name]
}

function simpleSchema(preference: SimplePreference): z.ZodType {
  switch (preference.kind) {
    case 'switch':
      return z.boolean().default(preference.initial)
    case 'choice':
      return z.enum(preference.ids).default(preference.initial)
    case 'number': {
      const { min, max, isWhole } = preference.limits
      const within = z.number().min(min).max(max)
      return (isWhole ? within.int() : within).default(preference.initial)
    }
  }
}

const schemaOf = (name: string, preference: Preference): z.ZodType => {
  if (preference.kind === 'own') return ownPreferences[name as OwnName]
  if (preference.kind !== 'group') return simpleSchema(preference)
  const members = Object.entries(preference.members).map(([member, one]) => [member, simpleSchema(one)])
  return z.object(Object.fromEntries(members) as Record<string, z.ZodType>).prefault({})
}

/** A person's settings, stored in the library and shared by every window. Each has a default. */
export const Preferences = z.object(
  Object.fromEntries(
    Object.entries<Preference>(preferences).map(([name, one]) => [name, schemaOf(name, one)]),
  ) as unknown as Shape,
)
export type Preferences = z.infer<typeof Preferences>

export const PreferencesPatch = z.object(
  Object.fromEntries(
    Object.entries(Preferences.shape).map(([name, shape]) => [name, shape.unwrap().optional()]),
  ) as {
    [Name in keyof typeof Preferences.shape]: z.ZodOptional<
      ReturnType<(typeof Preferences.shape)[Name]['unwrap']>
    >
  },
)
