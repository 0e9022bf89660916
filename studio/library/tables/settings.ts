import type { Store } from '../database/store.ts'
import type { Database } from 'better-sqlite3'
import type { TableDescription } from '../table-description.ts'

export type SettingValue = string | number | boolean | null

export interface SettingCalls {
  /** Undefined if not set. */
  setting(name: string): SettingValue | undefined
  settings(): Record<string, SettingValue>
  /** `undefined` removes the setting. */
  setSetting(name: string, value: SettingValue | undefined): void
}

export function createSettingCalls(store: Store): SettingCalls {
  return {
    setting(name) {
      const row = store.row<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)
      return row === undefined ? undefined : (JSON.parse(row.value) as SettingValue)
    },
    settings() {
      const rows = store.rows<{ name: string; value: string }>(
        'SELECT name, value FROM settings ORDER BY name',
      )
      return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as SettingValue]))
    },
    setSetting(name, value) {
      store.change((append) => {
        if (value === undefined) store.run('DELETE FROM settings WHERE name = ?', name)
        else {
          store.run(
            'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
            name,
            JSON.stringify(value),
          )
        }
        append('setting-changed', { name })
      })
    },
  }
}

export const settingsTable: TableDescription = {
  name: 'settings',
  whenDeleted: forgetSettingsOf,
  whenJoined: 'kept',
  whenTrimmed: 'kept',
  isWork: "name NOT IN ('erasure.pending', 'titles.sorted')",
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

/** Declined mark offers are settings with the ids of two transcripts in their names. */
function forgetSettingsOf(database: Database, recordingId: string): void {
  database
    .prepare(
      `DELETE FROM settings WHERE name LIKE 'marks-declined.%' AND EXISTS (
         SELECT 1 FROM transcripts WHERE recording_id = ? AND instr(settings.name, transcripts.id) > 0
       )`,
    )
    .run(recordingId)
}
