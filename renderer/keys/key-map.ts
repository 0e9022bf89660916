import { type FixedKey } from '#core/shortcuts/shortcut'
import { fixedKeys } from '#core/shortcuts/fixed-keys'
import { type FixedKeyId, type ShortcutId, shortcutIds, shortcuts } from '#core/shortcuts/shortcuts'
import { reservedKeys } from './reserved-keys.ts'

/** The current keys of each action: the defaults or the user's. */
export type KeyMap = Readonly<Record<ShortcutId, readonly string[]>>

export function keyMap(chosen: Readonly<Record<string, readonly string[]>>): KeyMap {
  return Object.fromEntries(
    shortcutIds.map((id) => [id, chosen[id] ?? shortcuts[id].keys]),
  ) as unknown as KeyMap
}

/** The action of a key, if any. */
export function actionOf(key: string, map: KeyMap): ShortcutId | null {
  return shortcutIds.find((id) => map[id].includes(key)) ?? null
}

export type KeyConflict = { readonly kind: 'taken'; readonly by: ShortcutId } | { readonly kind: 'reserved' }

/** Why `key` cannot be given to the action `id`: another action has it, or typing needs it. */
export function conflictOf(key: string, id: ShortcutId, map: KeyMap): KeyConflict | null {
  const by = shortcutIds.find((other) => other !== id && map[other].includes(key))
  if (by !== undefined) return { kind: 'taken', by }
  return reservedKeys.has(key) ? { kind: 'reserved' } : null
}

/** Actions that share keys with another one, each with those keys; allowed, but shown to the user. */
export function conflicts(map: KeyMap): ReadonlyMap<ShortcutId, readonly string[]> {
  const found = new Map<ShortcutId, string[]>()
  for (const id of shortcutIds) {
    const shared = map[id].filter((key) => conflictOf(key, id, map) !== null)
    if (shared.length > 0) found.set(id, shared)
  }
  return found
}

export interface SheetRow extends Pick<FixedKey, 'group' | 'keys'> {
  readonly id: ShortcutId | FixedKeyId
}

/** Rows of the overview: actions with their current keys, and the fixed keys. */
export function sheetRows(map: KeyMap): readonly SheetRow[] {
  const fixed = Object.entries<FixedKey>(fixedKeys) as [FixedKeyId, FixedKey][]
  return [
    ...shortcutIds.map((id) => ({ id, group: shortcuts[id].group, keys: map[id] })),
    ...fixed.map(([id, { group, keys }]) => ({ id, group, keys })),
  ]
}
