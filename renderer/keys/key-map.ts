import { fixedKeys, type KeyAction, type KeyActionId, keyActions, reservedKeys } from './key-actions.ts'

/** The current keys of each action: the defaults or the user's. */
export type KeyMap = Readonly<Record<KeyActionId, readonly string[]>>

export function keyMap(chosen: Readonly<Record<string, readonly string[]>>): KeyMap {
  return Object.fromEntries(keyActions.map(({ id, keys }) => [id, chosen[id] ?? keys])) as unknown as KeyMap
}

/** The action of a key, if any. */
export function actionOf(key: string, map: KeyMap): KeyActionId | null {
  return keyActions.find(({ id }) => map[id].includes(key))?.id ?? null
}

export type KeyConflict =
  | { readonly kind: 'taken'; readonly action: KeyAction }
  | { readonly kind: 'reserved' }

/** Why `key` cannot be given to the action `id`: another action has it, or typing needs it. */
export function conflictOf(key: string, id: KeyActionId, map: KeyMap): KeyConflict | null {
  const taken = keyActions.find((action) => action.id !== id && map[action.id].includes(key))
  if (taken) return { kind: 'taken', action: taken }
  return reservedKeys.has(key) ? { kind: 'reserved' } : null
}

/** Actions that share keys with another one, each with those keys; allowed, but shown to the user. */
export function conflicts(map: KeyMap): ReadonlyMap<KeyActionId, readonly string[]> {
  const found = new Map<KeyActionId, string[]>()
  for (const { id } of keyActions) {
    const shared = map[id].filter((key) => conflictOf(key, id, map) !== null)
    if (shared.length > 0) found.set(id, shared)
  }
  return found
}

/** Rows of the overview: actions with their current keys, and the fixed keys. */
export function sheetRows(map: KeyMap): readonly KeyAction[] {
  return [...keyActions.map((action) => ({ ...action, keys: map[action.id] })), ...fixedKeys]
}
