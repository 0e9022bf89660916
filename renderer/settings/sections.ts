/** Sections of the settings, in their order; their ids are the end of the address. */
export const settingsSections = ['models', 'look', 'playback', 'tasks', 'keys', 'folders', 'about'] as const
export type SettingsSection = (typeof settingsSections)[number]

export function settingsSection(name: string): SettingsSection {
  return settingsSections.find((known) => known === name) ?? 'models'
}
