/** Groups of the settings with their sections, in order; a section's id is the last part of its address. */
export const settingsGroups = [
  { id: 'general', sections: ['look'] },
  { id: 'playback', sections: ['playback'] },
  { id: 'transcription', sections: ['models', 'glossary', 'voices', 'tasks'] },
  { id: 'keys', sections: ['keys'] },
  { id: 'library', sections: ['folders', 'watch', 'libraries'] },
  { id: 'about', sections: ['about'] },
] as const
export type SettingsGroup = (typeof settingsGroups)[number]['id']
export type SettingsSection = (typeof settingsGroups)[number]['sections'][number]

export const settingsSections: readonly SettingsSection[] = settingsGroups.flatMap(
  ({ sections }): readonly SettingsSection[] => sections,
)

/** The section, or the first one of the group, with that name; the first of all if there is none. */
export function settingsSection(name: string): SettingsSection {
  const group = settingsGroups.find(({ id }) => id === name)
  return settingsSections.find((known) => known === name) ?? group?.sections[0] ?? 'look'
}
