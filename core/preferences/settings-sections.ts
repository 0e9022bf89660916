/** Sections of the settings, in order; the last part of the URL is a section's id. */
export const settingsSections = [
  'models',
  'glossary',
  'voices',
  'look',
  'playback',
  'tasks',
  'watch',
  'keys',
  'folders',
  'libraries',
  'about',
] as const
export type SettingsSection = (typeof settingsSections)[number]

export function settingsSection(name: string): SettingsSection {
  return settingsSections.find((known) => known === name) ?? 'models'
}
