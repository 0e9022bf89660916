import type { Preference, SimplePreference } from '#core/preferences/preference'
import { preferences } from '#core/preferences/preferences'
import type { SettingsSection } from '#core/preferences/settings-sections'
import type { OwnLineName } from './own-lines.tsx'

/** A preference with a line that its kind draws. */
export type DrawnPreference = SimplePreference<never>

export interface PlacedPreference {
  readonly name: string
  /** Of the group `name`; null if it is in none. */
  readonly member: string | null
  readonly preference: DrawnPreference
}

/** The lines of a section, in order; a name stands for a line with a control that no other has. */
export function shownPreferences(section: SettingsSection): (PlacedPreference | OwnLineName)[] {
  return Object.entries<Preference>(preferences).flatMap(([name, one]) => {
    if (one.kind === 'own') return []
    const members: readonly [string | null, SimplePreference][] =
      one.kind === 'group' ? Object.entries(one.members) : [[null, one]]
    return members.flatMap(([member, preference]): (PlacedPreference | OwnLineName)[] => {
      if (preference.line?.section !== section) return []
      return isDrawn(preference) ? [{ name, member, preference }] : [name as OwnLineName]
    })
  })
}

const isDrawn = (preference: SimplePreference): preference is DrawnPreference =>
  preference.line !== null && preference.line.control !== 'own'
