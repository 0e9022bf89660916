import type { Store } from '../database/store.ts'

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
