import type { z } from 'zod'
import { Preferences, type PreferencesPatch } from '#contracts/preferences'
import type { Library } from './library/library.ts'

/**
 * Each preference is a separate setting, so that two windows that change different ones do not overwrite each other.
 */
const PREFIX = 'preference.'

const names = Object.keys(Preferences.shape) as (keyof Preferences)[]

/** A person's preferences; a value that this version cannot read falls back to its default. */
export async function readPreferences(library: Library): Promise<Preferences> {
  const settings = await library.settings()
  const chosen: Record<string, unknown> = {}
  for (const name of names) {
    const value = settings[PREFIX + name]
    if (typeof value !== 'string') continue
    const checked = Preferences.shape[name].safeParse(JSON.parse(value))
    if (checked.success) chosen[name] = checked.data
  }
  return Preferences.parse(chosen)
}

/** Saves preferences; each changed one is announced to every window by `setting-changed` with its name. */
export async function writePreferences(
  library: Library,
  patch: z.output<typeof PreferencesPatch>,
): Promise<Preferences> {
  const before = await readPreferences(library)
  for (const name of names) {
    const value = patch[name]
    if (value === undefined || JSON.stringify(value) === JSON.stringify(before[name])) continue
    await library.setSetting(PREFIX + name, JSON.stringify(value))
  }
  return readPreferences(library)
}
